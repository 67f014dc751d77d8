import { contactRecord } from '@redress/domain/actions/contact-record';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { attachedInput } from '../attachment/attached.ts';
import { builder } from '../builder.ts';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, given, globalId, maybe, optional, optionalText, text } from '../mutation/input.ts';
import { ContactDirectionEnum } from './contact.ts';

const ContactPromiseInput = builder.inputType('ContactPromiseInput', {
  description: 'What the customer was promised in a contact, and by when.',
  fields: (t) => ({
    what: t.string({ required: true, description: 'What was promised; at most 2,000 characters.' }),
    dueAt: t.field({ type: 'DateTime', required: true, description: 'By when; in the future, within a year.' }),
  }),
});

actionField({
  name: 'contactRecord',
  description: 'Records a contact with the customer. The first one of a round meets FIRST_RESPONSE.',
  input: {
    description: 'What was said, and how.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      channel: t.field({ type: ChannelEnum, required: true, description: 'The way by which they spoke.' }),
      direction: t.field({
        type: ContactDirectionEnum,
        required: true,
        defaultValue: 'OUTBOUND',
        description: 'Who spoke to whom.',
      }),
      summary: t.string({ required: true, description: 'What was said; at most 2,000 characters.' }),
      toCustomer: t.boolean({
        defaultValue: false,
        description: 'Whether the summary is the text as the customer gets it; never of what the customer said.',
      }),
      templateKey: t.string({
        description: 'The key of the contact template that the text was begun with. Null: it was written freely.',
      }),
      replyId: t.id({
        description:
          'The approved wording that it keeps to; an outbound contact needs it while replies are held. With `toCustomer` the summary is that wording.',
      }),
      promise: t.field({
        type: ContactPromiseInput,
        description: 'What the customer was promised in it, recorded with it. Null: nothing.',
      }),
      confirmsFacts: t.boolean({
        defaultValue: false,
        description: 'Whether facts and demand were confirmed with the customer.',
      }),
      attachmentIds: t.idList({
        description: 'Files of the complaint that came or went with it: at most 20. Null: none.',
      }),
      at: t.field({ type: 'DateTime', description: 'When they spoke: between receipt and now. Null: now.' }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    channel: given<Channel>(),
    direction: given<ContactDirection>(),
    summary: text(PARAGRAPH),
    toCustomer: z.boolean().nullish().transform(Boolean),
    templateKey: optionalText(LINE),
    replyId: optional(globalId('Reply')),
    promise: optional(z.object({ what: text(PARAGRAPH), dueAt: given<Date>() })),
    confirmsFacts: z.boolean().nullish().transform(Boolean),
    attachmentIds: attachedInput,
    at: maybe<Date>(),
  }),
  action: contactRecord,
  refusals: ['REPLIES_HELD', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'contact'] },
});
