/** A complaint is printed (docs/SPEC.md, PD16): that it leaves on paper is on record before there is anything to print. */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

export interface ComplaintPrintInput {
  complaintId: string;
}

export function complaintPrint(ctx: ActionContext, { complaintId }: ComplaintPrintInput): Promise<ActionResult> {
  return perform(ctx, 'complaintPrint', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, complaintId));
    // Paper has a person behind it.
    if (ctx.principal.kind !== 'MEMBER') throw new Refusal({ code: 'FORBIDDEN', action: 'print' });
    const draft = Draft.of(ctx, opened);
    draft.emit({ type: 'ComplaintPrinted', payload: {} });
    return { draft, outcome: { complaintId } };
  });
}
