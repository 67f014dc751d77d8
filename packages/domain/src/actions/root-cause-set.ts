/** Says why it happened, as a cause of the maintained tree (根本原因; docs/SPEC.md, IV5). */
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { addFindings } from './findings.ts';
import { requireRootCause } from './known-codes.ts';
import { openInvestigation } from './open-investigation.ts';
import { perform } from './perform.ts';

export interface RootCauseSetInput {
  complaintId: string;
  code: string;
  note: string | null;
  expectedVersion: number | null;
}

export function rootCauseSet(ctx: ActionContext, input: RootCauseSetInput): Promise<ActionResult> {
  return perform(ctx, 'rootCauseSet', async () => {
    const { complaintId, code, note } = input;
    const opened = await openInvestigation(ctx, complaintId, input.expectedVersion);
    requireRootCause(ctx, 'code', code);
    const draft = Draft.of(ctx, opened);
    const { id } = addFindings(draft, { rootCauseCode: code, rootCauseNote: note });
    draft.complaint.rootCauseCode = code;
    draft.emit({ type: 'RootCauseSet', payload: { investigationId: id, code } });
    return { draft, outcome: { complaintId, investigationId: id } };
  });
}
