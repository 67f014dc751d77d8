import { contactRecord } from '@redress/domain/actions/contact-record';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, maybe, text } from '../mutation/input.ts';
import { ContactDirectionEnum } from './contact.ts';

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
      confirmsFacts: t.boolean({
        defaultValue: false,
        description: 'Whether facts and demand were confirmed with the customer.',
      }),
      at: t.field({ type: 'DateTime', description: 'When they spoke: between receipt and now. Null: now.' }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    channel: given<Channel>(),
    direction: given<ContactDirection>(),
    summary: text(PARAGRAPH),
    confirmsFacts: z.boolean().nullish().transform(Boolean),
    at: maybe<Date>(),
  }),
  action: contactRecord,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'contact'] },
});
