/** Accepts a handoff: the asked department becomes the handling one, and has claimed (docs/SPEC.md, HO3). */
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { handOver } from './hand-over.ts';
import { closeHandoff, handoffPayload, openHandoff } from './open-handoff.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { takeOn } from './take-on.ts';

export interface HandoffAcceptInput {
  id: string;
}

/** The sender keeps reading; the assignment ends, for it named one of the sender's people. */
export function handoffAccept(ctx: ActionContext, input: HandoffAcceptInput): Promise<ActionResult> {
  return perform(ctx, 'handoffAccept', async () => {
    const { opened, handoff } = await openHandoff(ctx, input.id, 'answerHandoff');
    // Nobody would claim or answer for it there; declining is still possible.
    if (ctx.directory.department(handoff.toDepartmentId)?.archivedAt != null) throw invalid('id', 'handoffToArchived');
    const draft = Draft.of(ctx, opened);
    const { complaint } = draft;
    draft.edit();
    closeHandoff(draft, handoff, { state: 'ACCEPTED' });
    handOver(draft, handoff.toDepartmentId);
    takeOn(draft, handoff.toDepartmentId, handoff.id);
    draft.emit({ type: 'HandoffAccepted', payload: handoffPayload(handoff) });
    return { draft, outcome: { complaintId: complaint.id, handoffId: handoff.id } };
  });
}
