/** What the agency said in the end: the complaint can be closed on it (docs/SPEC.md, RC7). */
import type { RegulatorOutcome } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openRegulator } from './open-regulator.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface RegulatorOutcomeRecordInput {
  id: string;
  outcome: RegulatorOutcome;
  /** What it says in words. */
  note: string | null;
  /** When the agency said so; null: now. */
  at: Date | null;
}

/** A later word of the agency takes the place of an earlier one. The clocks end: it waits for nothing any more. */
export function regulatorOutcomeRecord(ctx: ActionContext, input: RegulatorOutcomeRecordInput): Promise<ActionResult> {
  return perform(ctx, 'regulatorOutcomeRecord', async () => {
    const opened = await openRegulator(ctx, input.id);
    const { regulator } = opened;
    const draft = Draft.of(ctx, opened);
    const at = input.at ?? draft.at;
    if (at > draft.at) throw invalid('at', 'inFuture');
    if (at < regulator.receivedAt) throw invalid('at', 'beforeReceipt');
    const { outcome, note } = input;
    draft.regulator = {
      ...regulator,
      outcome,
      outcomeNote: note,
      outcomeAt: at,
      outcomeById: memberIdOf(ctx.principal),
    };
    draft.put('regulator_case', draft.regulator);
    draft.complaint.regulatorOutcomeAt = at;
    draft.edit();
    draft.emit({ type: 'RegulatorOutcomeRecorded', payload: { outcome }, occurredAt: at });
    clocks.end(draft, 'REGULATOR');
    return { draft, outcome: { complaintId: input.id } };
  });
}
