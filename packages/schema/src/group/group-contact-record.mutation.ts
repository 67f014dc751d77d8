import { groupContactRecord } from '@redress/domain/actions/group-contact-record';
import type { Channel } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optional, text } from '../mutation/input.ts';

actionField({
  name: 'groupContactRecord',
  description:
    'Records one outbound contact with every customer of a group case whose complaint is open, and with the parent: all of them in one change.',
  input: {
    description: 'What was said to all of them, and how.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The parent.' }),
      channel: t.field({ type: ChannelEnum, required: true, description: 'The way by which they were reached.' }),
      summary: t.string({ required: true, description: 'What was said; at most 2,000 characters.' }),
      toCustomer: t.boolean({
        defaultValue: false,
        description: 'Whether the summary is the text as the customers get it.',
      }),
      replyId: t.id({
        description: 'Approved wording of the parent that it keeps to; needed while replies are held in any of them.',
      }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    channel: given<Channel>(),
    summary: text(PARAGRAPH),
    toCustomer: z.boolean().nullish().transform(Boolean),
    replyId: optional(globalId('Reply')),
  }),
  action: groupContactRecord,
  refusals: ['REPLIES_HELD', 'NOT_FOUND', 'FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      given: t.int({
        description: 'In how many complaints of the group it was recorded.',
        resolve: ({ outcome }) => outcome.given ?? 0,
      }),
    }),
  },
});
