import { resolutionRefuse } from '@redress/domain/actions/resolution-answer';
import type { Channel, ContactDirection } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { ContactDirectionEnum } from '../contact/contact.ts';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'resolutionRefuse',
  description:
    'Takes down that the customer refused an offer; the contact is recorded. Where no other option stands and nothing is agreed on, the complaint is escalated.',
  input: {
    description: 'Which option the customer refused.',
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
    }),
  },
  parse: z.object({
    id: globalId('Resolution'),
    channel: given<Channel>(),
    direction: given<ContactDirection>(),
    words: text(PARAGRAPH),
  }),
  action: resolutionRefuse,
  refusals: ['RESOLUTION_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution', 'contact'] },
});
