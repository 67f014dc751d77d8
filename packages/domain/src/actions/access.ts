/** Granting and ending sight of a complaint: the rows that are the only truth of visibility (docs/SPEC.md, VIS1). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import type { Draft } from './draft.ts';

type Access = TableRows['complaint_access'];

/**
 * Gives a department or a member sight, also of what was merged into the complaint; does nothing where they have it for
 * this reason already.
 */
export function grant(
  draft: Draft,
  granteeKind: Access['granteeKind'],
  granteeId: string,
  reason: Access['reason'],
): void {
  const given = (complaintId: string, access: readonly Access[]): Access[] => {
    if (access.some((known) => known.granteeId === granteeId && known.reason === reason)) return [...access];
    const row: Access = {
      id: uuidv7(),
      complaintId,
      granteeKind,
      granteeId,
      reason,
      since: draft.at,
      until: null,
    };
    draft.insert('complaint_access', row);
    return [...access, row];
  };
  draft.access = given(draft.complaint.id, draft.access);
  draft.absorbed = draft.absorbed.map((merged) => ({ ...merged, access: given(merged.id, merged.access) }));
}

/** Ends what a department or member was granted for a reason; other reasons keep their sight. */
export function revoke(draft: Draft, granteeId: string, reason: Access['reason']): void {
  const left = (access: readonly Access[]): Access[] =>
    access.filter((row) => {
      if (row.granteeId !== granteeId || row.reason !== reason) return true;
      draft.put('complaint_access', { ...row, until: draft.at });
      return false;
    });
  draft.access = left(draft.access);
  draft.absorbed = draft.absorbed.map((merged) => ({ ...merged, access: left(merged.access) }));
}
