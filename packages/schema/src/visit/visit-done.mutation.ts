import { visitDone } from '@redress/domain/actions/visit-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optional, text } from '../mutation/input.ts';

actionField({
  name: 'visitDone',
  description: 'Reports a home visit done, with the record that the customer signed.',
  input: {
    description: 'Which visit, and its record.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The visit.' }),
      record: t.string({ required: true, description: 'What was seen and said; at most 2,000 characters.' }),
      recordFileId: t.id({
        description: 'The record as it was signed: a file of the complaint. Null: it lies elsewhere.',
      }),
    }),
  },
  parse: z.object({ id: globalId('Visit'), record: text(PARAGRAPH), recordFileId: optional(globalId('Attachment')) }),
  action: visitDone,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'visit'] },
});
