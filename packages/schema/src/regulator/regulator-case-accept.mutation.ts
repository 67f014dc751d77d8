import { regulatorCaseAccept } from '@redress/domain/actions/regulator-accept';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId, maybe } from '../mutation/input.ts';

actionField({
  name: 'regulatorCaseAccept',
  description: 'Says that the agency was told that the company takes its case on. Meets the first of its clocks.',
  input: {
    description: 'Which case, and when.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      at: t.field({ type: 'DateTime', description: 'When the agency was told: after its letter. Null: now.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), at: maybe<Date>() }),
  action: regulatorCaseAccept,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
