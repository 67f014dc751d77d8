import { complaintUrge } from '@redress/domain/actions/complaint-urge';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintUrge',
  description:
    'Urges whoever has the complaint to go on with it (催办); counted on the card. A member does so at most once a minute.',
  input: {
    description: 'Which complaint is urged, and with what words.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      message: t.string({ required: true, description: 'What is expected; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), message: text(PARAGRAPH) }),
  action: complaintUrge,
  refusals: ['RATE_LIMITED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
