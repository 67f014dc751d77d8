/** Departments dispute whose a complaint is (责任争议; docs/SPEC.md, CT1–CT3). */
import type { TableRows } from '../events/tables.ts';
import { limits } from '../reads/policy-values.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

/**
 * Counts a decline of the draft; the one that makes them too many contests the complaint, in the same change: from then
 * on it waits for a ruling, whose clock starts.
 */
export function countDecline(draft: Draft, decline: TableRows['handoff']): void {
  draft.declines = [...draft.declines, decline];
  if (draft.declines.length < limits(draft.ctx.directory).contestedAfterDeclines) return;
  draft.complaint.contestedAt = draft.at;
  clocks.start(draft, 'RULING', { departmentId: null, startedAt: draft.at });
  draft.emit({ type: 'ComplaintContested', payload: { handoffIds: draft.declines.map(({ id }) => id) } });
}
