/** Escalates a complaint by hand (上报; docs/SPEC.md, ES8). */
import { climbByHand } from './climb.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface ComplaintEscalateInput {
  id: string;
  reason: string;
}

/**
 * Names whom the level above the highest of this round names. Whoever sees the complaint and may act may do it; the
 * product itself does when a customer refuses what was offered.
 */
export function complaintEscalate(ctx: ActionContext, input: ComplaintEscalateInput): Promise<ActionResult> {
  return perform(ctx, 'complaintEscalate', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'escalate');
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('REASON', input.reason);
    if (noteId === undefined) throw invalid('reason', 'required');
    const escalation = climbByHand(draft, noteId);
    if (escalation === null) throw invalid('id', 'escalatedToTheTop');
    return { draft, outcome: { complaintId: input.id, escalationId: escalation.id } };
  });
}
