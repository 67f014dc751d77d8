/** Hands in the report of an investigation: what happened, what was found, what follows (docs/SPEC.md, IV1–IV2). */
import { memberIdOf } from './audit.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { addFindings } from './findings.ts';
import { openInvestigation } from './open-investigation.ts';
import { perform } from './perform.ts';
import { personOf, putBack } from './put-back.ts';

export interface InvestigationReportInput {
  complaintId: string;
  course: string;
  findings: string;
  conclusion: string;
  expectedVersion: number | null;
}

/** A report is handed in whole; a later one of the round takes its place. */
export function investigationReport(ctx: ActionContext, input: InvestigationReportInput): Promise<ActionResult> {
  return perform(ctx, 'investigationReport', async () => {
    const opened = await openInvestigation(ctx, input.complaintId, input.expectedVersion);
    const draft = Draft.of(ctx, opened);
    const whose = await personOf(ctx, opened.complaint.customerId);
    const known = opened.investigation;
    // Of what was there somebody was shown the masks.
    const part = (name: 'course' | 'findings' | 'conclusion') =>
      known?.[name] == null ? input[name] : putBack(name, input[name], known[name], whose);
    const [course, findings, conclusion] = [part('course'), part('findings'), part('conclusion')];
    const by = { reportedById: memberIdOf(ctx.principal), reportedAt: draft.at };
    const { id } = addFindings(draft, { course, findings, conclusion, ...by });
    draft.complaint.reportedAt = draft.at;
    draft.emit({ type: 'InvestigationReported', payload: { investigationId: id } });
    return { draft, outcome: { complaintId: input.complaintId, investigationId: id } };
  });
}
