import type { MeetingDate as DateAhead } from '@redress/domain/rules/meeting-dates';
import { builder } from '../builder.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';

export const MeetingDate = builder.objectRef<DateAhead>('MeetingDate').implement({
  description: 'A date ahead of a series: as its rhythm has it, moved, or called off.',
  fields: (t) => ({
    day: t.exposeString('day', {
      description: "The day that the rhythm names, on the series' clock, as 2026-11-24: by it the date is known.",
    }),
    plannedAt: t.expose('plannedAt', { type: 'DateTime', description: 'When the rhythm has it.' }),
    at: t.expose('at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is: another moment than planned once it was moved. Null: it was called off.',
    }),
    revision: t.exposeInt('revision', {
      description:
        'Another number with each change of it, 0 before the first; a change names the one that it was made on.',
    }),
    reason: maskedText(t, {
      description: 'Why it was moved or called off; null when it was neither, or nobody said.',
      text: ({ change }) => change?.reason ?? null,
      whose: () => null,
    }),
    changedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who moved it or called it off; null when it is as the rhythm has it.',
      resolve: ({ change }, _args, { directory }) => change && directory.member(change.byId),
    }),
  }),
});
