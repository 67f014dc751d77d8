/** Says which colleagues a complaint is about, so that others look into it (回避; docs/SPEC.md, IV10–IV12). */
import { MOST_TOGETHER } from '../rules/investigation.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { requireMembers } from './unconcerned.ts';

export interface ComplaintConcernInput {
  complaintId: string;
  /** All of them: who is left out, it is about no more. */
  memberIds: string[];
}

/** Who works on it or answers for it, and is named, hands that back at once. */
export function complaintConcern(ctx: ActionContext, input: ComplaintConcernInput): Promise<ActionResult> {
  return perform(ctx, 'complaintConcern', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'concern');
    const memberIds = requireMembers(ctx, 'memberIds', input.memberIds).sort();
    if (memberIds.length > MOST_TOGETHER) throw invalid('memberIds', 'tooMany', { max: MOST_TOGETHER });
    const draft = Draft.of(ctx, opened);
    draft.edit();
    draft.complaint.concernedIds = memberIds;
    draft.emit({ type: 'ConcernedMembersSet', payload: { memberIds } });
    standAside(draft);
    return { draft, outcome: { complaintId: input.complaintId } };
  });
}

function standAside(draft: Draft): void {
  const { complaint } = draft;
  const { assigneeId, processOwnerId, concernedIds } = complaint;
  if (processOwnerId !== null && concernedIds.includes(processOwnerId)) complaint.processOwnerId = null;
  if (assigneeId === null || !concernedIds.includes(assigneeId)) return;
  complaint.assigneeId = null;
  draft.emit({ type: 'ComplaintAssigned', payload: { fromMemberId: assigneeId, toMemberId: null } });
}
