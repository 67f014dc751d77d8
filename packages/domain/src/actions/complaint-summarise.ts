/** Writes the closing summary (结案小结; docs/SPEC.md, IV8). */
import { memberIdOf } from './audit.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { addFindings } from './findings.ts';
import { openInvestigation } from './open-investigation.ts';
import { perform } from './perform.ts';

export interface ComplaintSummariseInput {
  complaintId: string;
  summary: string;
  expectedVersion: number | null;
}

/** A later summary of the round takes the place of an earlier one. */
export function complaintSummarise(ctx: ActionContext, input: ComplaintSummariseInput): Promise<ActionResult> {
  return perform(ctx, 'complaintSummarise', async () => {
    const opened = await openInvestigation(ctx, input.complaintId, input.expectedVersion);
    const draft = Draft.of(ctx, opened);
    const by = { summarisedById: memberIdOf(ctx.principal), summarisedAt: draft.at };
    const { id } = addFindings(draft, { summary: input.summary, ...by });
    draft.complaint.summarisedAt = draft.at;
    draft.emit({ type: 'ClosingSummaryWritten', payload: { investigationId: id } });
    return { draft, outcome: { complaintId: input.complaintId, investigationId: id } };
  });
}
