import { visitNoShow } from '@redress/domain/actions/visit-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'visitNoShow',
  description: 'Reports that nobody was at home when the visitors came.',
  input: {
    description: 'Which visit.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The visit.' }),
      note: t.string({ description: 'What there is to say about it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Visit'), note: optionalText(PARAGRAPH) }),
  action: visitNoShow,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'visit'] },
});
