/** What a change of settings would do, before it is saved. */
import { checkPolicy } from '@redress/domain/actions/policy-check';
import { policyEffect, proposedPolicy, withProposal } from '@redress/domain/reads/policy-preview';
import type { GroupEffect, MovedClock, PolicyEffect } from '@redress/domain/reads/policy-preview';
import { policyReach } from '@redress/domain/reads/policy-reach';
import type { PolicyReach } from '@redress/domain/reads/policy-reach';
import { mayKeepSettings } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';
import { SeverityEnum } from '../complaint/vocabulary.ts';
import type { SchemaContext } from '../context.ts';
import { DeadlineKindEnum } from '../deadline/vocabulary.ts';
import { Department } from '../department/department.ts';
import { forbidden, invalidInput } from '../error/from-refusal.ts';
import { ERROR_TYPES } from '../error/user-error.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { policyKey } from './policy-fields.ts';
import { PolicyValueInput, inputPath, valueFromInput } from './policy-value.ts';

const PreviewGroup = builder.objectRef<GroupEffect>('PolicyPreviewGroup').implement({
  description: 'What it would do to the clocks of one kind in one department.',
  fields: (t) => ({
    department: t.field({
      type: Department,
      nullable: true,
      description: 'Who must act, else the handling department; null while there is none.',
      resolve: ({ departmentId }, _args, { directory }) => directory.department(departmentId),
    }),
    kind: t.expose('kind', { type: DeadlineKindEnum, description: 'What the clocks ask for.' }),
    clocks: t.exposeInt('clocks', { description: 'How many would run otherwise.' }),
    earlier: t.exposeInt('earlier', { description: 'How many would be due earlier.' }),
    later: t.exposeInt('later', { description: 'How many would be due later.' }),
    overdue: t.exposeInt('overdue', { description: 'How many would be breached at once.' }),
  }),
});

const PreviewClock = builder.objectRef<MovedClock>('PolicyPreviewClock').implement({
  description: 'A clock that would move. Which complaint it belongs to is not said.',
  fields: (t) => ({
    department: t.field({
      type: Department,
      nullable: true,
      description: 'Who must act, else the handling department; null while there is none.',
      resolve: ({ departmentId }, _args, { directory }) => directory.department(departmentId),
    }),
    kind: t.expose('kind', { type: DeadlineKindEnum, description: 'What it asks for.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave its complaint is.' }),
    dueFrom: t.expose('dueFrom', { type: 'DateTime', description: 'When it is due now.' }),
    dueTo: t.expose('dueTo', { type: 'DateTime', description: 'When it would be due.' }),
  }),
});

type PreviewSource = PolicyEffect & PolicyReach & { __typename: 'PolicyPreview' };

const PolicyPreview = builder.objectRef<PreviewSource>('PolicyPreview').implement({
  description: 'What a change would do to open complaints, in numbers.',
  fields: (t) => ({
    complaints: t.int({
      description: 'How many open complaints it concerns.',
      resolve: ({ total }) => total.complaints,
    }),
    clocks: t.int({
      description: 'How many of their clocks would run otherwise.',
      resolve: ({ total }) => total.clocks,
    }),
    earlier: t.int({ description: 'How many would be due earlier.', resolve: ({ total }) => total.earlier }),
    later: t.int({ description: 'How many would be due later.', resolve: ({ total }) => total.later }),
    overdue: t.int({ description: 'How many would be breached at once.', resolve: ({ total }) => total.overdue }),
    ahead: t.exposeInt('ahead', {
      description:
        'Open complaints that it is there for from now on, though no clock of theirs moves. A ladder: those with a clock that would climb it; quiet hours: those with a clock that are not URGENT; a duty template: those of its category that nobody has taken on. Retention: customers who would be erased at once. Else 0.',
    }),
    begun: t.exposeInt('begun', {
      description:
        'Open complaints in which it has begun as it was before. A ladder: those that climb it go on by their version; quiet hours: those whose next level is planned already; a duty template: those that have its duties. Else 0.',
    }),
    groups: t.expose('groups', {
      type: [PreviewGroup],
      description: 'By department and kind, the largest first.',
      complexity: { field: 1, multiplier: 20 },
    }),
    sample: t.expose('sample', {
      type: [PreviewClock],
      description: 'Some of those that would move the furthest; at most 10.',
      complexity: { field: 1, multiplier: 10 },
    }),
  }),
});

const PolicyPreviewResult = builder.unionType('PolicyPreviewResult', {
  description: 'What came of a preview.',
  types: [PolicyPreview, ERROR_TYPES.ForbiddenError, ERROR_TYPES.InvalidInputError],
  resolveType: ({ __typename }: PreviewSource | AnyUserError) => __typename,
});

const PolicyPreviewInput = builder.inputType('PolicyPreviewInput', {
  description: 'Which policy, and what it might say.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'For what: see PolicyKind.' }),
    value: t.field({ type: PolicyValueInput, required: true, description: 'What it might say.' }),
  }),
});

const DepartmentPreviewInput = builder.inputType('DepartmentPreviewInput', {
  description: 'A department, and by which calendar it might work.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The code of the department.' }),
    calendarCode: t.string({ description: "The key of a calendar. Null: the company's." }),
  }),
});

async function effect(ctx: SchemaContext, proposal: Parameters<typeof withProposal>[1]): Promise<PreviewSource> {
  const policies = withProposal(ctx.directory, proposal);
  const reach =
    'kind' in proposal ? await policyReach(ctx.db, ctx.directory, proposal, ctx.now()) : { ahead: 0, begun: 0 };
  return { __typename: 'PolicyPreview', ...reach, ...(await policyEffect(ctx.db, ctx.directory, policies, ctx.now())) };
}

builder.queryFields((t) => ({
  policyPreview: t.field({
    type: PolicyPreviewResult,
    description:
      'What saving this policy would do to open complaints, by the functions that do it. Nothing is written. For administrators.',
    args: { input: t.arg({ type: PolicyPreviewInput, required: true, description: 'What might be saved.' }) },
    complexity: 1_000,
    resolve: async (_root, { input }, ctx) => {
      if (!mayKeepSettings(requirePrincipal(ctx))) return forbidden('settings', ctx);
      const { kind, value } = valueFromInput(input.value);
      const key = policyKey.safeParse(input.key).data ?? '';
      const checked = checkPolicy(ctx.directory, kind, key, value, ctx.now());
      if (checked.ok) return effect(ctx, proposedPolicy(ctx.directory, kind, key, checked.value, ctx.now()));
      const issues = checked.issues.map((issue) => ({ ...issue, path: inputPath(kind, issue.path, value) }));
      return invalidInput(issues, ctx);
    },
  }),
  departmentPreview: t.field({
    type: PolicyPreviewResult,
    description: 'What another calendar of a department would do to open complaints. For administrators.',
    args: { input: t.arg({ type: DepartmentPreviewInput, required: true, description: 'What might be saved.' }) },
    complexity: 1_000,
    resolve: async (_root, { input }, ctx) => {
      if (!mayKeepSettings(requirePrincipal(ctx))) return forbidden('settings', ctx);
      const department = ctx.directory.departmentByCode(input.code);
      const values = { code: input.code };
      if (department === null) return invalidInput([{ path: ['code'], key: 'unknownDepartment', values }], ctx);
      return effect(ctx, { ...department, calendarCode: input.calendarCode ?? null });
    },
  }),
}));
