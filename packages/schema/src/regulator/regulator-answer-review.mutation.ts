import { regulatorAnswerReview } from '@redress/domain/actions/regulator-answer';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'regulatorAnswerReview',
  description: 'Lets an answer to an agency go out, or returns it. A supervisor does, never of their own.',
  input: {
    description: 'The decision.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The answer.' }),
      approve: t.boolean({ required: true, description: 'Whether it may be sent.' }),
      reason: t.string({ description: 'Why; required when it is returned; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('RegulatorAnswer'), approve: given<boolean>(), reason: optionalText(PARAGRAPH) }),
  action: regulatorAnswerReview,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
