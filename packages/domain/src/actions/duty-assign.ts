/** Names who of its department does a duty, or nobody (docs/SPEC.md, DU7). */
import { runsTheBoard } from '../rules/permissions.ts';
import { belongsTo, leads } from '../rules/principal.ts';
import { memberIdOf } from './audit.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireMemberOf } from './known-codes.ts';
import { openDuty } from './open-duty.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

export interface DutyAssignInput {
  id: string;
  /** Null: the department decides. */
  ownerId: string | null;
}

/** The department's head or deputy names anyone of it, its members themselves; a coordinator on its behalf. */
export function dutyAssign(ctx: ActionContext, input: DutyAssignInput): Promise<ActionResult> {
  return perform(ctx, 'dutyAssign', async () => {
    const { opened, duty } = await openDuty(ctx, input.id);
    const { principal } = ctx;
    const takesIt = belongsTo(principal, duty.departmentId) && input.ownerId === memberIdOf(principal);
    if (!runsTheBoard(principal) && !leads(principal, duty.departmentId) && !takesIt)
      throw new Refusal({ code: 'FORBIDDEN', action: 'dutyAssign' });
    requireMemberOf(ctx, 'ownerId', duty.departmentId, input.ownerId);
    const draft = Draft.of(ctx, opened);
    draft.put('duty', { ...duty, ownerId: input.ownerId });
    const payload = { dutyId: duty.id, fromMemberId: duty.ownerId, toMemberId: input.ownerId };
    draft.emit({ type: 'DutyAssigned', payload });
    return { draft, outcome: { complaintId: opened.complaint.id, dutyId: duty.id } };
  });
}
