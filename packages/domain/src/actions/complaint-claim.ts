/** Claims a routed complaint for its department (接单; docs/SPEC.md, CL1–CL4). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireNoPendingHandoff, requirePermission, requireVersion, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import { takeOn } from './take-on.ts';

export interface ComplaintClaimInput {
  id: string;
  expectedVersion: number | null;
}

/**
 * The routed department's head or deputy claims, or a coordinator on its behalf. Of many at once one wins; the others
 * are told who, and when, before anything else is held against them.
 */
export function complaintClaim(ctx: ActionContext, input: ComplaintClaimInput): Promise<ActionResult> {
  return perform(ctx, 'complaintClaim', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    const { id, claimedAt, claimedById, departmentId } = opened.complaint;
    if (claimedAt !== null) throw new Refusal({ code: 'ALREADY_CLAIMED', complaintId: id, claimedById, claimedAt });
    requireNoPendingHandoff(opened);
    requirePermission(ctx, opened, 'claim');
    requireVersion(opened, input.expectedVersion);

    const draft = Draft.of(ctx, opened);
    const claimId = takeOn(draft, departmentId!, null);
    const memberId = draft.complaint.claimedById;
    draft.emit({ type: 'ComplaintClaimed', payload: { departmentId: departmentId!, memberId, claimId } });
    return { draft, outcome: { complaintId: id } };
  });
}
