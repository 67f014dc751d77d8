import type { SchemaContext } from '../context.ts';

/** The member who asks; null for others, to whom nothing is `mine`. */
export function viewerId({ principal }: Pick<SchemaContext, 'principal'>): string | null {
  return principal?.kind === 'MEMBER' ? principal.id : null;
}
