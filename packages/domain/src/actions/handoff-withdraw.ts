/** Takes a handoff back before it was answered (docs/SPEC.md, HO5). */
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { closeHandoff, handoffPayload, openHandoff } from './open-handoff.ts';
import { perform } from './perform.ts';

export interface HandoffWithdrawInput {
  id: string;
  reason: string | null;
}

/** The asking department keeps the complaint; the asked one loses the sight that the handoff gave it. */
export function handoffWithdraw(ctx: ActionContext, input: HandoffWithdrawInput): Promise<ActionResult> {
  return perform(ctx, 'handoffWithdraw', async () => {
    const { opened, handoff } = await openHandoff(ctx, input.id, 'withdrawHandoff');
    const draft = Draft.of(ctx, opened);
    closeHandoff(draft, handoff, { state: 'WITHDRAWN', answerReason: input.reason?.trim() || null });
    clocks.end(draft, 'CLAIM', handoff.id);
    draft.emit({ type: 'HandoffWithdrawn', payload: handoffPayload(handoff) });
    return { draft, outcome: { complaintId: opened.complaint.id, handoffId: handoff.id } };
  });
}
