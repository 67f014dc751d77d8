/** Routes a complaint to a department by hand, and grades it on the way (docs/SPEC.md, RT1–RT4). */
import type { Severity } from '../rules/vocabulary.ts';
import { loadCase } from './case.ts';
import { recompute } from './clocks-renew.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireCategory, requireDepartment } from './known-codes.ts';
import {
  requireNoPendingHandoff,
  requireNotContested,
  requirePermission,
  requireVersion,
  visible,
} from './open-case.ts';
import { perform } from './perform.ts';
import { routeTo } from './route-to.ts';

export interface ComplaintRouteInput {
  id: string;
  departmentCode: string;
  /** Null leaves what is there. */
  categoryCode: string | null;
  severity: Severity | null;
  reason: string | null;
  expectedVersion: number | null;
}

/**
 * Coordinators route. Routing to the department that has the complaint already changes category or severity only, and
 * its claim stands.
 */
export function complaintRoute(ctx: ActionContext, input: ComplaintRouteInput): Promise<ActionResult> {
  return perform(ctx, 'complaintRoute', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requireNoPendingHandoff(opened);
    requirePermission(ctx, opened, 'route');
    requireVersion(opened, input.expectedVersion);
    const department = requireDepartment(ctx, 'departmentCode', input.departmentCode);
    const isNew = department.id !== opened.complaint.departmentId;
    if (isNew) requireNotContested(opened);
    if (input.categoryCode !== null) requireCategory(ctx, 'categoryCode', input.categoryCode);

    const draft = Draft.of(ctx, opened);
    const { complaint } = draft;
    draft.edit();
    complaint.categoryCode = input.categoryCode ?? complaint.categoryCode;
    if (input.severity !== null && input.severity !== complaint.severity) {
      draft.emit({ type: 'SeverityChanged', payload: { from: complaint.severity, to: input.severity } });
      complaint.severity = input.severity;
      recompute(draft, 'SEVERITY');
    }
    const noteId = draft.note('REASON', input.reason);
    if (isNew) routeTo(draft, department.id, { ruleId: null, ...(noteId !== undefined && { noteId }) });
    else {
      const payload = { fromDepartmentId: department.id, toDepartmentId: department.id, ruleId: null };
      draft.emit({ type: 'ComplaintRouted', payload, ...(noteId !== undefined && { noteId }) });
    }
    return { draft, outcome: { complaintId: complaint.id } };
  });
}
