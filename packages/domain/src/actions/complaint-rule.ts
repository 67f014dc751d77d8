/** Rules on whose a contested complaint is (裁定; docs/SPEC.md, CT4–CT6). */
import { uuidv7 } from 'uuidv7';
import { limits } from '../reads/policy-values.ts';
import { HOUR_MS } from '../rules/days.ts';
import { loadCase } from './case.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { sendTo } from './hand-over.ts';
import { requireDepartment } from './known-codes.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';
import { judge, settled } from './open-ruling.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface ComplaintRuleInput {
  id: string;
  /** Whose it is: one that declined, the one that asked, or any other. */
  departmentCode: string;
  reason: string;
  expectedVersion: number | null;
}

/**
 * A coordinator rules. It is carried out first: the department has the complaint at once, and may appeal. Of two who
 * rule at once one does; the other is told how.
 */
export function complaintRule(ctx: ActionContext, input: ComplaintRuleInput): Promise<ActionResult> {
  return perform(ctx, 'complaintRule', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    if (opened.complaint.contestedAt === null && opened.ruling !== null) {
      throw settled(opened, opened.ruling.id, 'RULED');
    }
    requirePermission(ctx, opened, 'rule');
    requireVersion(opened, input.expectedVersion);
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const { id: departmentId } = requireDepartment(ctx, 'departmentCode', input.departmentCode);

    const draft = Draft.of(ctx, opened);
    const { complaint, at } = draft;
    draft.edit();
    const rulingId = uuidv7();
    const fromDepartmentId = complaint.departmentId!;
    draft.insert('ruling', {
      id: rulingId,
      complaintId: complaint.id,
      round: complaint.round,
      fromDepartmentId,
      departmentId,
      reason: input.reason.trim(),
      ruledById: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
      ruledAt: at,
      appealUntil: new Date(at.getTime() + limits(ctx.directory).appealHours * HOUR_MS),
      appealState: 'NONE',
      appealReason: null,
      appealedById: null,
      appealedAt: null,
      decidedById: null,
      decidedAt: null,
      decisionReason: null,
      overturnedToId: null,
    });
    const unjustifiedHandoffIds = judge(draft, draft.declines, rulingId, departmentId);
    draft.declines = [];
    complaint.contestedAt = null;
    clocks.meet(draft, 'RULING', at);
    if (departmentId !== fromDepartmentId) sendTo(draft, departmentId);
    draft.emit({
      type: 'ComplaintRuled',
      payload: { rulingId, fromDepartmentId, departmentId, unjustifiedHandoffIds },
    });
    return { draft, outcome: { complaintId: complaint.id, rulingId } };
  });
}
