import { appealDecide } from '@redress/domain/actions/appeal-decide';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, given, globalId, optionalText, text } from '../mutation/input.ts';

actionField({
  name: 'appealDecide',
  description:
    'Decides on the appeal against a ruling; it is the last word. A supervisor, an executive, the general manager or a coordinator does, nobody on their own ruling.',
  input: {
    description: 'Whether the ruling stands, and whose the complaint is if it does not.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The ruling.' }),
      overturn: t.boolean({ required: true, description: 'Whether another department is to have it.' }),
      departmentCode: t.string({ description: 'Whose it is instead; given exactly when it is overturned.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    id: globalId('Ruling'),
    overturn: given<boolean>(),
    departmentCode: optionalText(LINE),
    reason: text(PARAGRAPH),
  }),
  action: appealDecide,
  refusals: ['RULING_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'ruling'] },
});
