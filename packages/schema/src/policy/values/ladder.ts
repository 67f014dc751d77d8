import { LADDER_ROLES } from '@redress/domain/rules/ladder';
import type { LadderPolicy as Value, LadderStep as Step, LadderRole as RoleName } from '@redress/domain/rules/ladder';
import { builder } from '../../builder.ts';
import { Member } from '../../member/member.ts';
import { membersOf } from '../../member/roles.ts';

const MEANING: Record<RoleName, string> = {
  ASSIGNEE: 'Who works on it.',
  DEPARTMENT_LEADS: 'Head and deputy of the department that must act (AB 角).',
  ON_DUTY_COORDINATOR: 'The coordinators on duty.',
  SUPERVISOR: 'Every supervisor.',
  COORDINATOR: 'Every coordinator.',
  EXECUTIVE: 'Every executive.',
  GENERAL_MANAGER: 'The general manager.',
  OWNER: 'The owner.',
};

const LadderRoleEnum = builder.enumType('LadderRole', {
  description: 'Whom a step of a ladder can name by what they are.',
  values: Object.fromEntries(LADDER_ROLES.map((role) => [role, { description: MEANING[role] }])) as {
    [R in RoleName]: { description: string };
  },
});

const LadderStep = builder.objectRef<Step>('LadderStep').implement({
  description: 'A step of a ladder. Steps of the same minute are one level.',
  fields: (t) => ({
    afterMinutes: t.exposeInt('afterMinutes', { description: 'Counted from the breach: 0 to 43,200.' }),
    roles: t.field({
      type: [LadderRoleEnum],
      description: 'Whom it names by what they are.',
      resolve: ({ to }) => to.flatMap((target) => ('role' in target ? [target.role] : [])),
    }),
    members: t.field({
      type: [Member],
      description: 'Whom it names besides.',
      resolve: ({ to }, _args, { directory }) =>
        membersOf(
          directory,
          to.flatMap((target) => ('memberId' in target ? [target.memberId] : [])),
        ),
    }),
    supervise: t.exposeBoolean('supervise', { description: 'Whether a coordinator is to supervise the case (督办).' }),
    onlyCategories: t.exposeStringList('onlyCategories', {
      nullable: true,
      description: 'Codes of the categories that it concerns, with what is below them; null: every complaint.',
    }),
  }),
});

export const LadderPolicy = builder.objectRef<Value>('LadderPolicy').implement({
  description:
    'Who is named after a breach, one level after another (升级). Its key is a DeadlineKind, or `ANY` for kinds without a ladder of their own and by hand.',
  fields: (t) => ({
    urgent: t.field({ type: [LadderStep], description: 'When URGENT.', resolve: ({ steps }) => steps.URGENT }),
    important: t.field({ type: [LadderStep], description: 'When IMPORTANT.', resolve: ({ steps }) => steps.IMPORTANT }),
    general: t.field({ type: [LadderStep], description: 'When GENERAL.', resolve: ({ steps }) => steps.GENERAL }),
  }),
});
