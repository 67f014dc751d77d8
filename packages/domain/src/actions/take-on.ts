/** A department takes a complaint on: what a claim and an accepted handoff share (accepting is a claim). */
import { uuidv7 } from 'uuidv7';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { giveTemplateOnce } from './duties-from-template.ts';

/**
 * Records the claim of the handling department at `at`, meets every CLAIM clock and gives the duties of the category's
 * template, once a round. Gives the claim's id.
 */
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
  giveTemplateOnce(draft);
  return id;
}
