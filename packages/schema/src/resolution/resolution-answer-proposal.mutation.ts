import { resolutionAnswerProposal } from '@redress/domain/actions/resolution-answer-proposal';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, maybe, optionalText } from '../mutation/input.ts';

actionField({
  name: 'resolutionAnswerProposal',
  description:
    'Answers what the customer proposed. A yes that takes an approval waits for it, and holds when the last step was given. The handling department does, or a coordinator.',
  input: {
    description: "The company's answer.",
    fields: (t) => ({
      id: t.id({ required: true, description: 'The resolution.' }),
      accept: t.boolean({ required: true, description: 'Whether the company agrees.' }),
      note: t.string({
        description: 'What the customer reads; at most 2,000 characters. A no needs it.',
      }),
      amountMinor: t.field({
        type: 'MinorUnits',
        description: 'What it costs or is worth, in the smallest unit. Null: as the customer said.',
      }),
      orderMinor: t.field({
        type: 'MinorUnits',
        description: 'What the order cost; needed where the standard is a share of it.',
      }),
      carryOutBy: t.field({ type: 'DateTime', description: 'By when it is carried out: a promise. Null: not said.' }),
    }),
  },
  parse: z.object({
    id: globalId('Resolution'),
    accept: z.boolean(),
    note: optionalText(PARAGRAPH),
    amountMinor: maybe<number>(),
    orderMinor: maybe<number>(),
    carryOutBy: maybe<Date>(),
  }),
  action: resolutionAnswerProposal,
  refusals: ['REPLIES_HELD', 'RESOLUTION_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution'] },
});
