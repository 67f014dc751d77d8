/** Escalations: climbs of a ladder after a breach, or by hand. */
import type { EscalationView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { Deadline } from '../deadline/deadline.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { EscalationStateEnum } from './vocabulary.ts';

export const Escalation = builder.objectRef<EscalationView>('Escalation').implement({
  description:
    'A step up the ladder, and then another, until somebody takes the complaint on (升级): after a breach, or by hand (上报).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Escalation', (id, ctx) => findChild(ctx, ctx.loaders.escalations.byId, id))),
    deadline: t.field({
      type: Deadline,
      nullable: true,
      description: 'The deadline whose breach set it off; null when a person escalated.',
      resolve: ({ deadlineId }, _args, { loaders }) =>
        deadlineId === null ? null : loaders.deadlines.byId.load(deadlineId),
    }),
    state: t.expose('state', { type: EscalationStateEnum, description: 'Whether it stands, or how it ended.' }),
    level: t.exposeInt('level', {
      description: 'The level that it reached, from 1; 0 before the first, which quiet hours may put off.',
    }),
    members: t.field({
      type: [Member],
      description: 'Whom its levels named so far, in their order.',
      resolve: ({ memberIds }, _args, { directory }) => membersOf(directory, memberIds),
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      description: 'When the deadline was breached, or a person escalated first.',
    }),
    nextAt: t.expose('nextAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the next level fires by itself; null when none will.',
    }),
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who escalated first, by hand; null for a breach, and when it was no member.',
      resolve: ({ byId }, _args, { directory }) => directory.member(byId),
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken on or stopped; null while it stands.',
    }),
    takenBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who took it on; null unless somebody did, and when it was another system.',
      resolve: ({ takenById }, _args, { directory }) => directory.member(takenById),
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const EscalationConnection = countedConnection(
  'Escalation',
  Escalation,
  'Escalations of a complaint, the newest first.',
);
