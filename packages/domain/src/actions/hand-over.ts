/** A complaint changes hands: what an accepted handoff, a ruling and an overturned one share. */
import { grant, revoke } from './access.ts';
import * as clocks from './clocks.ts';
import { recompute } from './clocks-renew.ts';
import type { Draft } from './draft.ts';

/**
 * The department becomes the handling one and sees the complaint at once; the one that had it keeps reading. The
 * assignment ends, for it named one of the former's people; who answers for it end to end goes on doing so.
 */
export function handOver(draft: Draft, departmentId: string): void {
  const { complaint } = draft;
  const fromDepartmentId = complaint.departmentId!;
  revoke(draft, fromDepartmentId, 'HANDLING');
  grant(draft, 'DEPARTMENT', fromDepartmentId, 'SENT');
  grant(draft, 'DEPARTMENT', departmentId, 'HANDLING');
  complaint.departmentId = departmentId;
  complaint.routedAt = draft.at;
  complaint.routingRuleId = null;
  complaint.assigneeId = null;
  recompute(draft, 'DEPARTMENT');
}

/** Hands the complaint over to a department that did not ask for it, and has to claim it yet. */
export function sendTo(draft: Draft, departmentId: string): void {
  const { complaint } = draft;
  clocks.end(draft, 'CLAIM');
  handOver(draft, departmentId);
  complaint.claimedAt = null;
  complaint.claimedById = null;
  clocks.start(draft, 'CLAIM', { departmentId, startedAt: draft.at });
}
