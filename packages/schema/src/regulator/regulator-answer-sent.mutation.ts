import { regulatorAnswerSent } from '@redress/domain/actions/regulator-answer';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId, maybe } from '../mutation/input.ts';

actionField({
  name: 'regulatorAnswerSent',
  description: "Says that the agency has the answer, which was approved. Meets the clocks of the regulator's case.",
  input: {
    description: 'Which answer, and when.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The answer.' }),
      at: t.field({ type: 'DateTime', description: 'When the agency had it: after its approval. Null: now.' }),
    }),
  },
  parse: z.object({ id: globalId('RegulatorAnswer'), at: maybe<Date>() }),
  action: regulatorAnswerSent,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
