import { commentAdd } from '@redress/domain/actions/comment-add';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'commentAdd',
  description: 'Adds a comment to the timeline of a complaint, for colleagues.',
  input: {
    description: 'What is said about which complaint.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      text: t.string({ required: true, description: 'The comment; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), text: text(PARAGRAPH) }),
  action: commentAdd,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
