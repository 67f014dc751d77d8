/** Says which department's fault it was (定责; docs/SPEC.md, IV6–IV7). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { addFindings } from './findings.ts';
import { requireDepartment } from './known-codes.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';

export interface ResponsibilityDecideInput {
  complaintId: string;
  departmentCode: string;
  note: string | null;
}

/** The event says that it was decided, and never which department: few may know. */
export function responsibilityDecide(ctx: ActionContext, input: ResponsibilityDecideInput): Promise<ActionResult> {
  return perform(ctx, 'responsibilityDecide', async () => {
    const { complaintId, departmentCode, note } = input;
    const opened = visible(ctx, await loadCase(ctx.db, complaintId));
    requirePermission(ctx, opened, 'decideResponsibility');
    const department = requireDepartment(ctx, 'departmentCode', departmentCode);
    const draft = Draft.of(ctx, opened);
    const { id } = addFindings(draft, { responsibleDepartmentId: department.id, responsibleNote: note });
    draft.emit({ type: 'ResponsibilityDecided', payload: { investigationId: id } });
    return { draft, outcome: { complaintId, investigationId: id } };
  });
}
