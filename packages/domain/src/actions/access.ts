/** Granting and ending sight of a complaint: the rows that are the only truth of visibility (docs/SPEC.md, VIS1). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import type { Draft } from './draft.ts';

type Access = TableRows['complaint_access'];

/** Gives a department or a member sight; does nothing when they have it for this reason already. */
export function grant(
  draft: Draft,
  granteeKind: Access['granteeKind'],
  granteeId: string,
  reason: Access['reason'],
): void {
  if (draft.access.some((known) => known.granteeId === granteeId && known.reason === reason)) return;
  const row: Access = {
    id: uuidv7(),
    complaintId: draft.complaint.id,
    granteeKind,
    granteeId,
    reason,
    since: draft.at,
    until: null,
  };
  draft.insert('complaint_access', row);
  draft.access = [...draft.access, row];
}

/** Ends what a department or member was granted for a reason; other reasons keep their sight. */
export function revoke(draft: Draft, granteeId: string, reason: Access['reason']): void {
  for (const row of draft.access) {
    if (row.granteeId !== granteeId || row.reason !== reason) continue;
    draft.put('complaint_access', { ...row, until: draft.at });
    draft.access = draft.access.filter((known) => known !== row);
  }
}
