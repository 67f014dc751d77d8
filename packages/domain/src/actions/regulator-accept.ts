/** Says that the agency was told that the company takes its case on (docs/SPEC.md, RC3). */
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openRegulator } from './open-regulator.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { subjectsOf } from './regulator-clocks.ts';

export interface RegulatorCaseAcceptInput {
  id: string;
  /** When the agency was told; null: now. */
  at: Date | null;
}

/** Meets the first of its clocks. */
export function regulatorCaseAccept(ctx: ActionContext, input: RegulatorCaseAcceptInput): Promise<ActionResult> {
  return perform(ctx, 'regulatorCaseAccept', async () => {
    const opened = await openRegulator(ctx, input.id);
    const { regulator } = opened;
    if (regulator.acceptedAt !== null) throw new Refusal({ code: 'REVIEW_SETTLED', complaintId: input.id });
    const draft = Draft.of(ctx, opened);
    const at = input.at ?? draft.at;
    if (at > draft.at) throw invalid('at', 'inFuture');
    if (at < regulator.receivedAt) throw invalid('at', 'beforeReceipt');
    draft.regulator = { ...regulator, acceptedAt: at };
    draft.put('regulator_case', draft.regulator);
    draft.emit({ type: 'RegulatorCaseAccepted', payload: {}, occurredAt: at });
    clocks.meet(draft, 'REGULATOR', at, subjectsOf(regulator).accept);
    return { draft, outcome: { complaintId: input.id } };
  });
}
