/** Deadlines: the clocks of a complaint. */
import { valueOf } from '@redress/domain/reads/policy-values';
import type { CalendarPolicy } from '@redress/domain/rules/calendar';
import type { DeadlineView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { Department } from '../department/department.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { DeadlineKindEnum, DeadlineStateEnum } from './vocabulary.ts';

const CalendarName = builder.objectRef<{ code: string; value: CalendarPolicy }>('CalendarName').implement({
  description: 'A working calendar, by name.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code: the key of its policy.' }),
    nameZh: t.string({ description: 'Its name in Chinese.', resolve: ({ value }) => value.nameZh }),
    nameEn: t.string({ description: 'Its name in English.', resolve: ({ value }) => value.nameEn }),
  }),
});

export const Deadline = builder.objectRef<DeadlineView>('Deadline').implement({
  description: 'A clock of a complaint (时限): what must have happened, and by when.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Deadline', (id, ctx) => findChild(ctx, ctx.loaders.deadlines.byId, id))),
    kind: t.expose('kind', { type: DeadlineKindEnum, description: 'What must have happened.' }),
    state: t.expose('state', { type: DeadlineStateEnum, description: 'Whether it runs, was met, or ended otherwise.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began to run.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When its time is up.' }),
    warnsAt: t.expose('warnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its warning falls (临期): after so much of its allowance as the policy says; null: none will.',
    }),
    allowanceMinutes: t.float({
      description: 'How much time it was given, in minutes of the time that it runs in.',
      resolve: (row) => Number(row.allowanceMs) / 60_000,
    }),
    calendar: t.field({
      type: CalendarName,
      nullable: true,
      description: 'In whose working time it runs, as of the last change; null: in calendar time, day and night.',
      resolve: (row, _args, { directory }) => {
        const policy = row.calendarId === null ? null : directory.policyById(row.calendarId);
        return policy && { code: policy.key, value: valueOf('calendar', policy) };
      },
    }),
    isApproaching: t.boolean({
      description: 'Whether its warning was published and it still runs.',
      resolve: (row) => row.state === 'OPEN' && row.warnedAt !== null && row.breachPublishedAt === null,
    }),
    metAt: t.expose('metAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was met, in time or late; null before.',
    }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it stopped without being met: superseded, withdrawn or waived; null otherwise.',
      resolve: (row) => (row.state === 'ENDED' ? row.endedAt : null),
    }),
    isBreached: t.boolean({
      description:
        'Whether its breach was published. Never a comparison of clocks: a device whose time is wrong sees the same.',
      resolve: (row) => row.breachPublishedAt !== null,
    }),
    breachedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was breached, whenever that was found; null unless `isBreached`.',
      resolve: (row) => (row.breachPublishedAt === null ? null : row.dueAt),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'Which department must act; null when it concerns the complaint as a whole.',
      resolve: (row, _args, { directory }) => directory.department(row.departmentId),
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const DeadlineConnection = countedConnection(
  'Deadline',
  Deadline,
  'Deadlines of a complaint, the first due first.',
);
