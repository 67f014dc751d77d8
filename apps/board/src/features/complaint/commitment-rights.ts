/** What a viewer may do with one duty or promise, as the server's rules say it (docs/SPEC.md, DU2, DU5–DU7, PM4–PM6). */
import { makesMember } from '@redress/domain/rules/principal';
import type { Role } from '@redress/domain/rules/vocabulary';
import type { ComplaintView, DutyView, PromiseView } from './complaint-documents.ts';

/** The viewer, as far as it decides. */
export interface Who {
  member: { id: string };
  roles: readonly { role: Role; department: { id: string } | null }[];
}

export interface DutyRights {
  done: boolean;
  waive: boolean;
  /** A member takes it; who leads the department, or the board, names anyone of it instead. */
  take: boolean;
  assign: boolean;
}

/** An ended duty leaves nothing to do. */
export function dutyRights(viewer: Who, complaint: Pick<ComplaintView, 'department'>, duty: DutyView): DutyRights {
  if (duty.doneAt !== null || duty.waivedAt !== null) {
    return { done: false, waive: false, take: false, assign: false };
  }
  const board = coordinates(viewer);
  const assign = board || leads(viewer, duty.department.id);
  const belongs = belongsTo(viewer, duty.department.id);
  const gaveIt = duty.givenBy?.id === viewer.member.id && !readsOnly(viewer);
  return {
    done: board || belongs,
    // What a template gave, the handling department gave: its head answers for it.
    waive: board || gaveIt || (duty.isFromTemplate && leads(viewer, complaint.department?.id)),
    take: belongs && !assign && duty.owner?.id !== viewer.member.id,
    assign,
  };
}

/** The open duty that is this viewer's to do next: their own, or one of their department that is nobody's yet. */
export function ownDuty(viewer: Who, duties: readonly DutyView[]): DutyView | null {
  const theirs = duties.filter(
    ({ doneAt, waivedAt, department, owner }) =>
      doneAt === null &&
      waivedAt === null &&
      belongsTo(viewer, department.id) &&
      (owner === null || owner.id === viewer.member.id),
  );
  const due = ({ dueAt }: DutyView) => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt));
  return theirs.reduce<DutyView | null>(
    (first, duty) => (first === null || due(duty) < due(first) ? duty : first),
    null,
  );
}

/** Who may promise may report a promise kept; released it is by who made it, or a coordinator. */
export function promiseRights(
  viewer: Who,
  complaint: { viewerCan: Pick<ComplaintView['viewerCan'], 'promise'> },
  promise: PromiseView,
): { keep: boolean; release: boolean } {
  if (promise.state !== 'OPEN') return { keep: false, release: false };
  return {
    keep: complaint.viewerCan.promise,
    release: coordinates(viewer) || (promise.madeBy?.id === viewer.member.id && !readsOnly(viewer)),
  };
}

/** Who attached a file removes it, who leads the handling department, or a coordinator (docs/SPEC.md, FL9). */
export function mayRemoveFile(
  viewer: Who,
  complaint: { department: { id: string } | null },
  file: { by: { id: string } | null },
): boolean {
  if (coordinates(viewer) || leads(viewer, complaint.department?.id)) return true;
  return file.by?.id === viewer.member.id && !readsOnly(viewer);
}

/** Who gave or promised something may be only an auditor or an administrator by now. */
function readsOnly({ roles }: Who): boolean {
  return roles.every(({ role }) => role === 'AUDITOR' || role === 'ADMIN');
}

function coordinates({ roles }: Who): boolean {
  return roles.some(({ role }) => role === 'COORDINATOR');
}

function belongsTo({ roles }: Who, departmentId: string): boolean {
  return roles.some(({ role, department }) => department?.id === departmentId && makesMember(role));
}

function leads({ roles }: Who, departmentId: string | undefined): boolean {
  return roles.some(
    ({ role, department }) =>
      department !== null && department.id === departmentId && (role === 'DEPARTMENT_HEAD' || role === 'DEPUTY_HEAD'),
  );
}
