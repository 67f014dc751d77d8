import { resolutionAccept } from '@redress/domain/actions/resolution-answer';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { ContactDirectionEnum } from '../contact/contact.ts';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, maybe, text } from '../mutation/input.ts';

actionField({
  name: 'resolutionAccept',
  description:
    'Takes down that the customer accepted an offer: the other options of the same offer are taken back, and the contact is recorded. Whoever may record a contact does.',
  input: {
    description: 'Which option the customer chose.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The resolution.' }),
      channel: t.field({ type: ChannelEnum, required: true, description: 'How they said so.' }),
      direction: t.field({
        type: ContactDirectionEnum,
        required: true,
        defaultValue: 'INBOUND',
        description: 'Who spoke to whom.',
      }),
      words: t.string({
        required: true,
        description: 'What they said: the summary of the contact that is recorded with it; at most 2,000 characters.',
      }),
      carryOutBy: t.field({
        type: 'DateTime',
        description:
          'By when it was promised to be carried out: a promise with a clock of its own. Null: as it was offered.',
      }),
    }),
  },
  parse: z.object({
    id: globalId('Resolution'),
    channel: given<Channel>(),
    direction: given<ContactDirection>(),
    words: text(PARAGRAPH),
    carryOutBy: maybe<Date>(),
  }),
  action: resolutionAccept,
  refusals: ['RESOLUTION_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution', 'contact'] },
});
