/**
 * What a meeting shows to who takes part, beyond the rules of sight (docs/adr/0035): so long as it runs and they are there,
 * and are there because they were asked.
 */
import { isConcerned } from './investigation.ts';
import type { MeetingAttendance, MeetingState } from './meeting.ts';
import type { Principal } from './principal.ts';

interface Table {
  memberIds: readonly string[];
  state: Pick<MeetingState, 'phase' | 'attendance'>;
}

/** Whether who is there was asked to be: they belong to the meeting, or who leads it let them in. */
export function wasAsked({ memberIds }: Pick<Table, 'memberIds'>, { memberId, isLetIn }: MeetingAttendance): boolean {
  return isLetIn || memberIds.includes(memberId);
}

/** Whether the principal is shown what the meeting looks at: it runs, they are there, and were asked to be. */
export function takesPart(principal: Principal, meeting: Table): boolean {
  if (principal.kind !== 'MEMBER' || meeting.state.phase !== 'RUNNING') return false;
  const here = meeting.state.attendance.find(({ memberId, leftAt }) => memberId === principal.id && leftAt === null);
  return here !== undefined && wasAsked(meeting, here);
}

/** Whether the meeting shows them this complaint of its agenda: not to a colleague whom it is about. */
export function isShown(principal: Principal, meeting: Table, { concernedIds }: { concernedIds: readonly string[] }) {
  return takesPart(principal, meeting) && !isConcerned(principal, concernedIds);
}
