/** Shows who handles a complaint whom it is from (docs/SPEC.md, PD6–PD7). That they looked is on record before they see. */
import type { RevealReason } from '../rules/vocabulary.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface CustomerRevealInput {
  complaintId: string;
  reason: RevealReason;
  /** In words; required with OTHER. */
  note: string | null;
}

export function customerReveal(ctx: ActionContext, input: CustomerRevealInput): Promise<ActionResult> {
  return perform(ctx, 'customerReveal', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'reveal');
    if (input.reason === 'OTHER' && !input.note?.trim()) throw invalid('note', 'required');
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('REASON', input.note);
    const payload = { reason: input.reason };
    draft.emit({ type: 'CustomerRevealed', payload, ...(noteId !== undefined && { noteId }) });
    return { draft, outcome: { complaintId: input.complaintId } };
  });
}
