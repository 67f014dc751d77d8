import { visitCancel } from '@redress/domain/actions/visit-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'visitCancel',
  description: 'Calls a home visit off, with a reason.',
  input: {
    description: 'Which visit, and why nobody goes.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The visit.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z
    .object({ id: globalId('Visit'), reason: text(PARAGRAPH) })
    .transform(({ id, reason }) => ({ id, note: reason })),
  action: visitCancel,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'visit'] },
});
