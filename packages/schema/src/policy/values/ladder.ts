import { LADDER_ROLES } from '@redress/domain/rules/ladder';
import type { LadderPolicy as Value, LadderStep as Step, LadderRole as RoleName } from '@redress/domain/rules/ladder';
import type { Severity } from '@redress/domain/rules/vocabulary';
import { builder } from '../../builder.ts';
import { Category } from '../../category/category.ts';
import { decodeIdOf } from '../../ids.ts';
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
    categories: t.field({
      type: [Category],
      nullable: true,
      description: 'The categories of `onlyCategories`, without codes that nothing has; null: every complaint.',
      resolve: ({ onlyCategories }, _args, { directory }) =>
        onlyCategories?.flatMap((code) => directory.category(code) ?? []) ?? null,
    }),
  }),
});

export const LadderPolicy = builder.objectRef<Value>('LadderPolicy').implement({
  description:
    'Who is named after a breach, one level after another (升级). Its key is a DeadlineKind, or `ANY` for kinds without a ladder of their own and by hand. Without any step it was withdrawn.',
  fields: (t) => ({
    urgent: t.field({ type: [LadderStep], description: 'When URGENT.', resolve: ({ steps }) => steps.URGENT }),
    important: t.field({ type: [LadderStep], description: 'When IMPORTANT.', resolve: ({ steps }) => steps.IMPORTANT }),
    general: t.field({ type: [LadderStep], description: 'When GENERAL.', resolve: ({ steps }) => steps.GENERAL }),
  }),
});

const LadderStepInput = builder.inputType('LadderStepInput', {
  description: 'A step of a ladder. It names somebody: by role, by id, or both.',
  fields: (t) => ({
    afterMinutes: t.int({
      required: true,
      description: 'Counted from the breach: 0 to 43,200; not before the step above it.',
    }),
    roles: t.field({ type: [LadderRoleEnum], required: true, description: 'Whom it names by what they are.' }),
    members: t.idList({ required: true, description: 'Ids of the members whom it names besides.' }),
    supervise: t.boolean({ required: true, description: 'Whether a coordinator is to supervise the case (督办).' }),
    onlyCategories: t.stringList({
      description: 'Codes of the categories that it concerns, with what is below them. Null: every complaint.',
    }),
  }),
});

export const LadderPolicyInput = builder.inputType('LadderPolicyInput', {
  description:
    'Who is named after a breach (升级). Its key is a DeadlineKind, or `ANY`. Each severity has 1 to 20 steps, in the order of their times. Members who cannot sign in are refused.',
  fields: (t) => ({
    urgent: t.field({ type: [LadderStepInput], required: true, description: 'When URGENT.' }),
    important: t.field({ type: [LadderStepInput], required: true, description: 'When IMPORTANT.' }),
    general: t.field({ type: [LadderStepInput], required: true, description: 'When GENERAL.' }),
  }),
});

/** The input as the rules keep it; an id that is none becomes empty, which they refuse at its place. */
export function ladderValue({ urgent, important, general }: typeof LadderPolicyInput.$inferInput): Value {
  const stepsOf = (steps: readonly (typeof LadderStepInput.$inferInput)[]) =>
    steps.map(({ roles, members, onlyCategories, ...step }) => ({
      ...step,
      to: [
        ...roles.map((role) => ({ role })),
        ...members.map((id) => ({ memberId: decodeIdOf('Member', String(id)) ?? '' })),
      ],
      onlyCategories: onlyCategories ?? null,
    }));
  return { steps: { URGENT: stepsOf(urgent), IMPORTANT: stepsOf(important), GENERAL: stepsOf(general) } };
}

/** A path of the rules in the terms of the input, where roles and members are apart. */
export function ladderPath(
  [, severity = '', index, field, target, ...rest]: readonly string[],
  value: Value,
): string[] {
  const step = [severity.toLowerCase(), ...(index === undefined ? [] : [index])];
  if (field !== 'to') return [...step, ...[field, target, ...rest].filter((name) => name !== undefined)];
  if (target === undefined) return step;
  const roles = value.steps[severity as Severity][Number(index)]!.to.filter((named) => 'role' in named).length;
  const at = Number(target);
  return [...step, ...(at < roles ? ['roles', target] : ['members', String(at - roles)])];
}
