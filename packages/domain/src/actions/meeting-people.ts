/** Who may be named at meetings: whoever can sign in and is no auditor, who looks on (docs/SPEC.md, ME1). */
import { asPrincipal } from '../reads/people.ts';
import { looksOn } from '../rules/meeting.ts';
import type { ActionContext } from './context.ts';
import { invalid } from './refusal.ts';

/** Whether the member can sign in, and takes part in meetings. */
export function takesPart(ctx: Pick<ActionContext, 'directory' | 'now'>, memberId: string): boolean {
  const principal = asPrincipal(ctx.directory, memberId, ctx.now());
  return principal !== null && !looksOn(principal);
}

/**
 * Members who take part, each once. Of those that somebody names now, one who doesn't is refused; of those that were kept,
 * they are left out.
 */
export function requireMembers(
  ctx: ActionContext,
  ids: readonly string[],
  areNamed: boolean,
  path = 'memberIds',
): string[] {
  if (areNamed) {
    for (const id of ids) {
      const principal = asPrincipal(ctx.directory, id, ctx.now());
      if (principal === null) throw invalid(path, 'unknownMember');
      if (looksOn(principal)) throw invalid(path, 'auditorLooksOn', { name: principal.name });
    }
  }
  return [...new Set(ids.filter((id) => takesPart(ctx, id)))];
}
