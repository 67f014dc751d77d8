/** Messages that a case sends to its customer by itself. */
import type { CustomerMessageView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { DeliveryStateEnum } from '../delivery/vocabulary.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { CustomerMessagePointEnum, CustomerMessageViaEnum } from './vocabulary.ts';

export const CustomerMessage = builder.objectRef<CustomerMessageView>('CustomerMessage').implement({
  description:
    'That a customer was told how their case stands: its number and where to follow it, never a word of its content. No contact: it meets no clock.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('CustomerMessage', (id, ctx) => findChild(ctx, ctx.loaders.customerMessages.byId, id))),
    point: t.expose('point', { type: CustomerMessagePointEnum, description: 'What they were told of.' }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it was about.' }),
    state: t.expose('state', { type: DeliveryStateEnum, description: 'What became of it.' }),
    via: t.expose('via', {
      type: CustomerMessageViaEnum,
      nullable: true,
      description: 'How it went out, or was tried to; null before, and when there was no way.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When there was something to tell.' }),
    runAt: t.expose('runAt', { type: 'DateTime', description: 'Not before then: they are not woken.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description:
        'Why it did not go out, or not yet: a code, such as `NO_ADDRESS`, `MAIL_NOT_CONFIGURED`, `SMS_NOT_CONFIGURED`, `SMS_REFUSED` or `UNREACHABLE`; null when nothing is wrong.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was sent, or given up; null before.',
    }),
  }),
});

export const CustomerMessageConnection = countedConnection(
  'CustomerMessage',
  CustomerMessage,
  'Messages to a customer, the newest first.',
);
