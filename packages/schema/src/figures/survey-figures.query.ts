/** How customers found what came of their complaints. */
import {
  SURVEY_GROUPINGS,
  isFew,
  readSurveyFigures,
  satisfiedOfAllPercent,
  satisfiedPercent,
} from '@redress/domain/reads/survey-figures';
import type { SurveyFigure as SurveyFigureRow, SurveyGrouping } from '@redress/domain/reads/survey-figures';
import { departmentsLed, scopeOf } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { Category } from '../category/category.ts';
import { Department } from '../department/department.ts';
import { Member } from '../member/member.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { checkFiguresTime, LONGEST_DAYS } from './figures-time.ts';

const GROUPING: Record<SurveyGrouping, string> = {
  HANDLER: 'By who worked on the case (经办人).',
  DEPARTMENT: 'By the department that handled it (主办部门).',
  CATEGORY: 'By what it was about.',
};

const SurveyGroupingEnum = builder.enumType('SurveyGrouping', {
  description: 'What survey figures are told apart by: what the case was when its customer was asked.',
  values: Object.fromEntries(SURVEY_GROUPINGS.map((by) => [by, { description: GROUPING[by] }])) as {
    [B in SurveyGrouping]: { description: string };
  },
});

/** A figure knows by what it was told apart; null: the sum. */
type Source = SurveyFigureRow & { by: SurveyGrouping | null };

const SurveyFigure = builder.objectRef<Source>('SurveyFigure').implement({
  description: 'How customers found what came of their complaints.',
  fields: (t) => ({
    handler: t.field({
      type: Member,
      nullable: true,
      description: 'Who worked on the cases; null when they are told apart otherwise, and of cases without one.',
      resolve: ({ by, key }, _args, { directory }) => (by === 'HANDLER' ? directory.member(key) : null),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description:
        'The department that handled them; null when they are told apart otherwise, and of cases without one.',
      resolve: ({ by, key }, _args, { directory }) => (by === 'DEPARTMENT' ? directory.department(key) : null),
    }),
    category: t.field({
      type: Category,
      nullable: true,
      description: 'What they were about; null when they are told apart otherwise, and of cases without one.',
      resolve: ({ by, key }, _args, { directory }) => (by === 'CATEGORY' ? directory.category(key) : null),
    }),
    asked: t.exposeInt('asked', {
      description: 'Surveys that began in the time, without those that ended because the case was worked on again.',
    }),
    answered: t.exposeInt('answered', { description: 'Those that were answered.' }),
    givenUp: t.exposeInt('givenUp', { description: 'Those that were given up after the reminders.' }),
    satisfied: t.exposeInt('satisfied', { description: 'Answers of 4 or 5 about what came of it.' }),
    outcome: t.exposeFloat('outcome', {
      nullable: true,
      description: 'The mean of the scores of what came of it, 1 to 5; null without an answer.',
    }),
    handling: t.exposeFloat('handling', {
      nullable: true,
      description: 'The mean of the scores of the way it was handled, 1 to 5; null without an answer.',
    }),
    satisfiedPercent: t.float({
      nullable: true,
      description: 'The satisfied in percent of those who answered; null when nobody did.',
      resolve: satisfiedPercent,
    }),
    satisfiedOfAllPercent: t.float({
      nullable: true,
      description:
        'The satisfied in percent of those who answered or were given up: no answer is not counted as satisfied. Null without either.',
      resolve: satisfiedOfAllPercent,
    }),
    reopened: t.exposeInt('reopened', {
      description: 'Answers after which the case was worked on in another round.',
    }),
    isFew: t.boolean({
      description: 'Whether so few answered that one more or less turns the picture around: below 10.',
      resolve: isFew,
    }),
  }),
});

const SurveyFigures = builder.objectRef<{ total: Source; groups: Source[] }>('SurveyFigures').implement({
  description: 'How customers found what came of their complaints, in all and told apart.',
  fields: (t) => ({
    total: t.expose('total', { type: SurveyFigure, description: 'All of them.' }),
    groups: t.expose('groups', { type: [SurveyFigure], description: 'Told apart; those asked most first.' }),
  }),
});

builder.queryField('surveyFigures', (t) =>
  t.field({
    type: SurveyFigures,
    description:
      'How customers found what came of their complaints, of the surveys that began in a time. Who sees every complaint sees all of them, head and deputy those of their departments, others none.',
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Asked at this moment or later.' }),
      before: t.arg({
        type: 'DateTime',
        required: true,
        description: `Asked before this moment; at most ${LONGEST_DAYS} days after \`from\`, else BAD_USER_INPUT.`,
      }),
      by: t.arg({ type: SurveyGroupingEnum, required: true, description: 'What they are told apart by.' }),
    },
    complexity: { field: 1, multiplier: 10 },
    resolve: async (_root, { from, before, by }, ctx) => {
      checkFiguresTime(from, before);
      const principal = requirePrincipal(ctx);
      const departmentIds = scopeOf(principal).seesAll ? null : departmentsLed(principal);
      const { total, groups } = await readSurveyFigures(ctx.db, { from, before, by, departmentIds });
      return { total: { ...total, by: null }, groups: groups.map((group) => ({ ...group, by })) };
    },
  }),
);
