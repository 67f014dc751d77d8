import { complaintSupervise } from '@redress/domain/actions/complaint-supervise';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintSupervise',
  description:
    'A coordinator holds a case until it moves to another stage (督办); from another coordinator they take it over.',
  input: {
    description: 'Which complaint is supervised, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), reason: text(PARAGRAPH) }),
  action: complaintSupervise,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
