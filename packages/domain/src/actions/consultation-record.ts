/** Records that colleagues sat together over a grave case (会商; docs/SPEC.md, IV9). */
import { uuidv7 } from 'uuidv7';
import { memberIdOf } from './audit.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openInvestigation } from './open-investigation.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { requireTogether } from './unconcerned.ts';

export interface ConsultationRecordInput {
  complaintId: string;
  /** When they met; null: now. */
  at: Date | null;
  memberIds: string[];
  summary: string;
  decision: string;
}

export function consultationRecord(ctx: ActionContext, input: ConsultationRecordInput): Promise<ActionResult> {
  return perform(ctx, 'consultationRecord', async () => {
    const opened = await openInvestigation(ctx, input.complaintId);
    const draft = Draft.of(ctx, opened);
    const { complaint } = draft;
    const at = input.at ?? draft.at;
    if (at > draft.at) throw invalid('at', 'inFuture');
    if (at < complaint.roundSince) throw invalid('at', 'beforeRound');
    const id = uuidv7();
    draft.insert('consultation', {
      id,
      complaintId: complaint.id,
      round: complaint.round,
      at,
      memberIds: requireTogether(ctx, opened, 'memberIds', input.memberIds),
      summary: input.summary,
      decision: input.decision,
      byId: memberIdOf(ctx.principal),
      recordedAt: draft.at,
    });
    complaint.consultedAt = draft.at;
    draft.emit({ type: 'ConsultationRecorded', payload: { consultationId: id }, occurredAt: at });
    return { draft, outcome: { complaintId: complaint.id, consultationId: id } };
  });
}
