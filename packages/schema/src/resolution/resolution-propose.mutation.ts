import { resolutionPropose } from '@redress/domain/actions/resolution-propose';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, maybe, text } from '../mutation/input.ts';
import { ResolutionKindEnum } from './vocabulary.ts';

actionField({
  name: 'resolutionPropose',
  description:
    'Drafts a way of settling a complaint, and compares it with the standard of its category. Where it takes an approval, the first step is asked at once. The handling department does, or a coordinator.',
  input: {
    description: 'What is to be given or done.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      kind: t.field({
        type: ResolutionKindEnum,
        required: true,
        description: 'What is given. Of an unfounded complaint only GOODWILL, APOLOGY and EXPLANATION.',
      }),
      what: t.string({
        required: true,
        description: 'What exactly, as the customer will read it; at most 2,000 characters.',
      }),
      amountMinor: t.field({
        type: 'MinorUnits',
        description: "In the smallest unit of the company's currency. Some kinds need it, some can't have it.",
      }),
      orderMinor: t.field({
        type: 'MinorUnits',
        description: 'What the order cost; needed where the standard is a share of it.',
      }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    kind: given<ResolutionKind>(),
    what: text(PARAGRAPH),
    amountMinor: maybe<number>(),
    orderMinor: maybe<number>(),
  }),
  action: resolutionPropose,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution'] },
});
