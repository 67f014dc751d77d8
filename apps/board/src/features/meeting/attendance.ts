/** Who should have been at a meeting, who was, and who was not. Pure, for tests. */
import type { Translate } from '../../i18n/translate.ts';
import type { MeetingView } from './meeting-documents.ts';

export interface AttendanceNames {
  expected: string[];
  /** Each with whom they stood in for, where they did. */
  attended: string[];
  /** Who should have been there, was not, and was stood in for by nobody. */
  absent: string[];
}

export function attendanceNames(
  { members, attendance }: Pick<MeetingView, 'members' | 'attendance'>,
  t: Translate,
): AttendanceNames {
  const there = new Set(attendance.flatMap(({ member, standsInFor }) => [member?.id, standsInFor?.id]));
  return {
    expected: members.map(({ name }) => name),
    attended: attendance.flatMap(({ member, standsInFor }) => {
      if (member === null) return [];
      return standsInFor === null
        ? member.name
        : `${member.name} (${t('meeting.standsInFor', { name: standsInFor.name })})`;
    }),
    absent: members.filter(({ id }) => !there.has(id)).map(({ name }) => name),
  };
}
