import { promiseMake } from '@redress/domain/actions/promise-make';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'promiseMake',
  description: 'Records what the customer was promised, and by when. Whoever may record a contact does.',
  input: {
    description: 'What was promised, and by when.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      what: t.string({ required: true, description: 'What was promised; at most 2,000 characters.' }),
      dueAt: t.field({ type: 'DateTime', required: true, description: 'By when; in the future, within a year.' }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), what: text(PARAGRAPH), dueAt: given<Date>() }),
  action: promiseMake,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'promise'] },
});
