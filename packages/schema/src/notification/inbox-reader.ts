/** Whose inbox a request reads: the caller's, and nobody else's. */
import type { InboxReader } from '@redress/domain/reads/inbox';
import type { SchemaContext } from '../context.ts';
import { forbidden, requirePrincipal } from '../top-level-error.ts';

/** The caller as a reader of their inbox; throws FORBIDDEN for others than members. */
export function inboxReader(ctx: SchemaContext): InboxReader {
  const principal = requirePrincipal(ctx);
  if (principal.kind !== 'MEMBER') throw forbidden('Only members have an inbox.');
  return { memberId: principal.id, scope: ctx.scope, now: ctx.now() };
}
