/** Holds: the customer is waited for. */
import type { HoldView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { maskedText } from '../masked-text.ts';

export const HoldStateEnum = builder.enumType('HoldState', {
  description: 'Whether a hold stands.',
  values: {
    REQUESTED: { description: 'It waits for its approval; clocks run on.' },
    ACTIVE: { description: 'It stands; clocks that may pause stand still.' },
    ENDED: { description: 'It stood, and is over.' },
    REFUSED: { description: 'It never stood: refused, taken back, or overtaken.' },
  },
});

export const Hold = builder.objectRef<HoldView>('Hold').implement({
  description:
    'A complaint on hold (挂起): the customer is waited for until a date, and clocks that wait for them stand still.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Hold', (id, ctx) => findChild(ctx, ctx.loaders.holds.byId, id))),
    state: t.expose('state', { type: HoldStateEnum, description: 'Whether it stands.' }),
    reason: maskedText(t, { description: 'What is waited for; null when it was erased.', text: (row) => row.reason }),
    until: t.expose('until', { type: 'DateTime', description: 'When the complaint goes on by itself.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    requestedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who asked for it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.requestedById),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was approved or refused; null when it needed no approval, and before.',
    }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who approved or refused it; null when nobody had to, before, and when it was overtaken.',
      resolve: (row, _args, { directory }) => directory.member(row.decidedById),
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it stood; null unless it did.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was over; null before, and when it never stood.',
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const HoldConnection = countedConnection('Hold', Hold, 'Holds of a complaint, the newest first.');
