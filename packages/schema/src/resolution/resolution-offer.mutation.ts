import { resolutionOffer } from '@redress/domain/actions/resolution-offer';
import type { Channel } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { globalId, maybe, optional } from '../mutation/input.ts';

actionField({
  name: 'resolutionOffer',
  description:
    'Offers the customer one or several ways of settling their complaint, as one choice: all of them, or none. What waits for an approval is refused; what was offered and ran out can be offered once more.',
  input: {
    description: 'What is offered, and for how long.',
    fields: (t) => ({
      ids: t.idList({ required: true, description: 'The options: 1 to 5 resolutions of one complaint.' }),
      answerUntil: t.field({
        type: 'DateTime',
        description: 'Until when the customer may answer; in the future, within a year. Null: without end.',
      }),
      carryOutBy: t.field({
        type: 'DateTime',
        description:
          'By when it is carried out if they accept, which then becomes a promise; after `answerUntil`, which it needs. Null: not said.',
      }),
      channel: t.field({
        type: ChannelEnum,
        description: 'How a colleague told the customer: recorded as a contact. Null: nobody did, their page shows it.',
      }),
      replyId: t.id({
        description: 'The approved wording that it keeps to; needed while replies are held.',
      }),
    }),
  },
  parse: z.object({
    ids: z.array(globalId('Resolution')),
    answerUntil: maybe<Date>(),
    carryOutBy: maybe<Date>(),
    channel: maybe<Channel>(),
    replyId: optional(globalId('Reply')),
  }),
  action: resolutionOffer,
  refusals: ['REPLIES_HELD', 'RESOLUTION_SETTLED', 'RESOLUTION_UNAPPROVED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution'] },
});
