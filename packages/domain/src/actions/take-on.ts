/** A department takes a complaint on: what a claim and an accepted handoff share (accepting is a claim). */
import { uuidv7 } from 'uuidv7';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

/** Records the claim of the handling department at `at` and meets every CLAIM clock; gives the claim's id. */
export function takeOn(draft: Draft, departmentId: string, handoffId: string | null, at: Date = draft.at): string {
  const { complaint, ctx } = draft;
  const id = uuidv7();
  const memberId = ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null;
  complaint.claimedAt = at;
  complaint.claimedById = memberId;
  draft.insert('claim', {
    id,
    complaintId: complaint.id,
    round: complaint.round,
    departmentId,
    memberId,
    handoffId,
    at,
  });
  clocks.meet(draft, 'CLAIM', at);
  return id;
}
