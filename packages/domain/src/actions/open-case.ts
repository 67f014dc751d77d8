/** The first steps of every action on a complaint, in the order that betrays nothing: authorise, then exist, then may. */
import { isConcerned } from '../rules/investigation.ts';
import { permissionsOn } from '../rules/permissions.ts';
import type { ComplaintPermissions } from '../rules/permissions.ts';
import { canSee, mayAct, scopeOf } from '../rules/principal.ts';
import { grantsOf, permissionFacts } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { Refusal } from './refusal.ts';

/** The case if the principal may see it; what they may not see looks exactly like what is not there. */
export function visible(ctx: ActionContext, found: Case | null): Case {
  if (found === null || !canSee(scopeOf(ctx.principal), grantsOf(found.access)))
    throw new Refusal({ code: 'NOT_FOUND' });
  if (!mayAct(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'act' });
  return found;
}

/** Refuses a principal who may not do this; for those who see the case, so saying so betrays nothing. */
export function requirePermission(ctx: ActionContext, opened: Case, permission: keyof ComplaintPermissions): void {
  const facts = permissionFacts(opened);
  if (permissionsOn(ctx.principal, facts)[permission]) return;
  // Whoever it is about is told that, and not to ask for a role that would not help them either.
  const action = isConcerned(ctx.principal, facts.concernedIds) ? 'concerned' : permission;
  throw new Refusal({ code: 'FORBIDDEN', action });
}

/** Refuses an edit that was made on an older version; a caller who names none edits whatever is there. */
export function requireVersion(opened: Case, expected: number | null): void {
  const { id, version } = opened.complaint;
  if (expected !== null && expected !== version) {
    throw new Refusal({ code: 'STALE_VERSION', complaintId: id, expected, version });
  }
}

/** Refuses while a handoff is in flight: the complaint would change hands twice at once. */
export function requireNoPendingHandoff(opened: Case): void {
  const { id, pendingHandoffId } = opened.complaint;
  if (pendingHandoffId !== null) {
    throw new Refusal({ code: 'HANDOFF_PENDING', complaintId: id, handoffId: pendingHandoffId });
  }
}

/** Refuses while departments dispute whose it is: only a ruling gives it to another. */
export function requireNotContested({ complaint }: Case): void {
  if (complaint.contestedAt !== null) throw new Refusal({ code: 'CONTESTED', complaintId: complaint.id });
}
