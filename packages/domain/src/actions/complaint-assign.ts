/** Names who works on a complaint now (经办人), or nobody (docs/SPEC.md, AS1–AS2). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireMemberOf } from './known-codes.ts';
import { requireNoPendingHandoff, requirePermission, requireVersion, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { requireUnconcerned } from './unconcerned.ts';

export interface ComplaintAssignInput {
  id: string;
  /** Null takes the assignment back. */
  assigneeId: string | null;
  expectedVersion: number | null;
}

/** Head, deputy or coordinator assigns an active member of the handling department; the first one also answers for it. */
export function complaintAssign(ctx: ActionContext, input: ComplaintAssignInput): Promise<ActionResult> {
  return perform(ctx, 'complaintAssign', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requireNoPendingHandoff(opened);
    requirePermission(ctx, opened, 'assign');
    requireVersion(opened, input.expectedVersion);
    requireMemberOf(ctx, 'assigneeId', opened.complaint.departmentId!, input.assigneeId);
    requireUnconcerned(opened, 'assigneeId', input.assigneeId);

    const draft = Draft.of(ctx, opened);
    draft.edit();
    const fromMemberId = draft.complaint.assigneeId;
    draft.complaint.assigneeId = input.assigneeId;
    draft.complaint.processOwnerId ??= input.assigneeId;
    draft.emit({ type: 'ComplaintAssigned', payload: { fromMemberId, toMemberId: input.assigneeId } });
    return { draft, outcome: { complaintId: input.id } };
  });
}
