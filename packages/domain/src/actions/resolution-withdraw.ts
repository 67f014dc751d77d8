/** Takes a resolution back (docs/SPEC.md, RS16). */
import { runsTheBoard } from '../rules/permissions.ts';
import { isLive } from '../rules/resolution.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission } from './open-case.ts';
import { perform } from './perform.ts';
import { releaseIn } from './promise-end.ts';
import { Refusal, invalid } from './refusal.ts';
import { openResolution, settled, withdraw } from './resolution-rows.ts';

export interface ResolutionWithdrawInput {
  id: string;
  reason: string;
}

/** What the customer has accepted is only a coordinator's to take back; the promise that it became goes with it. */
export function resolutionWithdraw(ctx: ActionContext, input: ResolutionWithdrawInput): Promise<ActionResult> {
  return perform(ctx, 'resolutionWithdraw', async () => {
    const { opened, resolution } = await openResolution(ctx, input.id);
    requirePermission(ctx, opened, 'resolve');
    // What the customer proposed is theirs: it is answered.
    if (!isLive(resolution) || resolution.state === 'PROPOSED') throw settled(opened.complaint.id, input.id);
    if (resolution.state === 'ACCEPTED' && !runsTheBoard(ctx.principal))
      throw new Refusal({ code: 'FORBIDDEN', action: 'withdrawAccepted' });
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('REASON', input.reason);
    if (noteId === undefined) throw invalid('reason', 'required');
    withdraw(draft, resolution, 'BY_HAND', noteId);
    const pledge = draft.openPromises.find(({ id }) => id === resolution.promiseId);
    if (pledge !== undefined) releaseIn(draft, pledge);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: input.id } };
  });
}
