/** Declines a handoff (退回): with a preset or a reason, and where it belongs (docs/SPEC.md, HO4). */
import type { DeclinePreset } from '../rules/vocabulary.ts';
import * as clocks from './clocks.ts';
import { countDecline } from './contest.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireDepartment } from './known-codes.ts';
import { closeHandoff, handoffPayload, openHandoff } from './open-handoff.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface HandoffDeclineInput {
  id: string;
  preset: DeclinePreset;
  /** Required when the preset is OTHER. */
  reason: string | null;
  /** Where the complaint belongs, as the declining department sees it; null when it does not know. */
  belongsToDepartmentCode: string | null;
}

/**
 * The complaint stays where it was; the asked department's clock was answered, which is what it asked for. So many
 * declines in a row as the policy says contest the complaint.
 */
export function handoffDecline(ctx: ActionContext, input: HandoffDeclineInput): Promise<ActionResult> {
  return perform(ctx, 'handoffDecline', async () => {
    const { opened, handoff } = await openHandoff(ctx, input.id, 'answerHandoff');
    const reason = input.reason?.trim() || null;
    if (input.preset === 'OTHER' && reason === null) throw invalid('reason', 'declineNeedsReason');
    const code = input.belongsToDepartmentCode;
    const belongsTo = code === null ? null : requireDepartment(ctx, 'belongsToDepartmentCode', code).id;
    if (belongsTo === handoff.toDepartmentId) throw invalid('belongsToDepartmentCode', 'declineNamesItself');

    const draft = Draft.of(ctx, opened);
    const declined = closeHandoff(draft, handoff, {
      state: 'DECLINED',
      answerReason: reason,
      declinePreset: input.preset,
      belongsToDepartmentId: belongsTo,
    });
    clocks.meet(draft, 'CLAIM', draft.at, handoff.id);
    const decline = { preset: input.preset, belongsToDepartmentId: belongsTo };
    draft.emit({ type: 'HandoffDeclined', payload: { ...handoffPayload(handoff), ...decline } });
    countDecline(draft, declined);
    return { draft, outcome: { complaintId: opened.complaint.id, handoffId: handoff.id } };
  });
}
