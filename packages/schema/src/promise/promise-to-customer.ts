/** Promises: what the customer was told that would happen, and by when. */
import type { PromiseView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { Deadline } from '../deadline/deadline.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { maskedText } from '../masked-text.ts';

export const PromiseStateEnum = builder.enumType('PromiseState', {
  description: 'What became of a promise.',
  values: {
    OPEN: { description: 'It is still to be kept.' },
    KEPT: { description: 'It was kept, in time or late.' },
    RELEASED: { description: 'The customer released the company from it, or the complaint was closed before.' },
  },
});

export const PromiseToCustomer = builder.objectRef<PromiseView>('PromiseToCustomer').implement({
  description: 'What the customer was promised (承诺), with a clock of its own.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('PromiseToCustomer', (id, ctx) => findChild(ctx, ctx.loaders.promises.byId, id))),
    state: t.expose('state', { type: PromiseStateEnum, description: 'Whether it was kept.' }),
    what: maskedText(t, { description: 'What was promised; null when it was erased.', text: (row) => row.what }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      description: 'By when, as it was promised; a hold moves the clock, not this.',
    }),
    deadline: t.field({
      type: Deadline,
      nullable: true,
      description: 'Its clock; null when the company has none for promises.',
      resolve: (row, _args, { loaders }) => loaders.ownClock.load(row),
    }),
    madeAt: t.expose('madeAt', { type: 'DateTime', description: 'When it was made.' }),
    madeBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who made it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.madeById),
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was kept or released; null while it is open.',
    }),
    endedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who said so; null while it is open, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.endedById),
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const PromiseToCustomerConnection = countedConnection(
  'PromiseToCustomer',
  PromiseToCustomer,
  'Promises of a complaint, in the order in which they were made.',
);
