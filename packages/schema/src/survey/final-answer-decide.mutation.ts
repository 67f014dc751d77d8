import { finalAnswerDecide } from '@redress/domain/actions/final-answer';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'finalAnswerDecide',
  description:
    'Lets a final answer go out to the customer, or sends it back. Its reviewer does. Once it is out the case is closed in the same change, unless closing lacks something else: `complaint.stageOptions` says what.',
  input: {
    description: 'The decision.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The final answer.' }),
      approve: t.boolean({ required: true, description: 'Whether it goes out.' }),
      reason: t.string({ description: 'Why; required when it does not go out; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('FinalAnswer'), approve: given<boolean>(), reason: optionalText(PARAGRAPH) }),
  action: finalAnswerDecide,
  refusals: ['REPLIES_HELD', 'FINAL_ANSWER_DECIDED', 'ALREADY_DONE', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'finalAnswer'] },
});
