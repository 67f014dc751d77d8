/** Events of duties: given, done, waived, named; and the lines of a template that were left out. */
import { DUTY_SKIP_REASONS } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';
import { Category } from '../category/category.ts';
import { Duty } from '../duty/duty.ts';
import { Member } from '../member/member.ts';
import { complaintEvent } from './complaint-event.ts';

const DUTY_EVENTS = {
  DutyGiven: 'A department was given a duty.',
  DutyDone: 'A duty was done.',
  DutyWaived: 'A duty was waived by who gave it.',
} as const;

for (const type of ['DutyGiven', 'DutyDone', 'DutyWaived'] as const) {
  complaintEvent(type, DUTY_EVENTS[type], (t) => ({
    duty: t.field({
      type: Duty,
      description: 'The duty, as it is now.',
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.duties.byId.load(payload.dutyId))!,
    }),
  }));
}

complaintEvent('DutyAssigned', 'It was said who of its department does a duty.', (t) => ({
  duty: t.field({
    type: Duty,
    description: 'The duty, as it is now.',
    resolve: async ({ payload }, _args, { loaders }) => (await loaders.duties.byId.load(payload.dutyId))!,
  }),
  fromMember: t.field({
    type: Member,
    nullable: true,
    description: 'Who did it before; null when nobody was named.',
    resolve: ({ payload }, _args, { directory }) => directory.member(payload.fromMemberId),
  }),
  toMember: t.field({
    type: Member,
    nullable: true,
    description: 'Who does it now; null: the department decides.',
    resolve: ({ payload }, _args, { directory }) => directory.member(payload.toMemberId),
  }),
}));

const WHY = {
  DEPARTMENT: 'Its department is gone.',
  LIMIT: 'More duties would be open than the company allows.',
} as const;

const DutySkipReason = builder.enumType('DutySkipReason', {
  description: 'Why no duty was made from a line of a template.',
  values: Object.fromEntries(DUTY_SKIP_REASONS.map((reason) => [reason, { description: WHY[reason] }])) as {
    [R in keyof typeof WHY]: { description: string };
  },
});

complaintEvent('DutyLinesSkipped', "Lines of the category's template were left out.", (t) => ({
  category: t.field({
    type: Category,
    nullable: true,
    description: 'The category whose template it is; null when it was removed.',
    resolve: ({ payload }, _args, { directory }) => directory.category(payload.categoryCode),
  }),
  lines: t.intList({ description: 'Which lines, counted from 1.', resolve: ({ payload }) => payload.lines }),
  skippedFor: t.field({ type: DutySkipReason, description: 'Why.', resolve: ({ payload }) => payload.because }),
}));
