/** Sending a complaint to a department: the part that registering, routing by hand and accepted handoffs share. */
import { grant, revoke } from './access.ts';
import * as clocks from './clocks.ts';
import { recompute } from './clocks-renew.ts';
import type { Draft } from './draft.ts';

interface RouteOptions {
  ruleId: string | null;
  noteId?: string;
}

/**
 * Routes the draft's complaint: the department becomes the handling one and sees it, its CLAIM clock starts, and the
 * one that had it keeps reading only if it had taken it on (docs/SPEC.md, RT1–RT4).
 */
export function routeTo(draft: Draft, departmentId: string, { ruleId, noteId }: RouteOptions): void {
  const { complaint } = draft;
  const fromDepartmentId = complaint.departmentId;
  if (fromDepartmentId !== null && fromDepartmentId !== departmentId) {
    revoke(draft, fromDepartmentId, 'HANDLING');
    if (complaint.claimedAt !== null) grant(draft, 'DEPARTMENT', fromDepartmentId, 'SENT');
  }
  clocks.end(draft, 'CLAIM');
  clocks.meet(draft, 'DISPATCH', draft.at);
  complaint.departmentId = departmentId;
  complaint.routedAt = draft.at;
  complaint.routingRuleId = ruleId;
  // Whoever answers for it end to end goes on doing so; before a claim nobody had taken that on.
  if (complaint.claimedAt === null) complaint.processOwnerId = null;
  complaint.claimedAt = null;
  complaint.claimedById = null;
  complaint.assigneeId = null;
  grant(draft, 'DEPARTMENT', departmentId, 'HANDLING');
  clocks.start(draft, 'CLAIM', { departmentId, startedAt: complaint.history ? complaint.receivedAt : draft.at });
  recompute(draft, 'DEPARTMENT');
  draft.emit({
    type: 'ComplaintRouted',
    payload: { fromDepartmentId, toDepartmentId: departmentId, ruleId },
    ...(noteId !== undefined && { noteId }),
  });
}
