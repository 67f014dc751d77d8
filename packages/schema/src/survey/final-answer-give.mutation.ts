import { finalAnswerGive } from '@redress/domain/actions/final-answer';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'finalAnswerGive',
  description:
    "Writes the company's last word, and asks another member to review it for the law. A supervisor does, when the customer was not satisfied and no further round follows.",
  input: {
    description: 'What the customer will read, and who reviews it.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      text: t.string({ required: true, description: 'What the customer reads; at most 2,000 characters.' }),
      reviewerId: t.id({
        required: true,
        description: 'Who reviews it: another member. They see the complaint until they have decided.',
      }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), text: text(PARAGRAPH), reviewerId: globalId('Member') }),
  action: finalAnswerGive,
  refusals: ['REPLIES_HELD', 'FINAL_ANSWER_ASKED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'finalAnswer'] },
});
