import { complaintEscalate } from '@redress/domain/actions/complaint-escalate';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintEscalate',
  description:
    'Escalates a complaint by hand (上报): names whom the level above the highest of this round names. Whoever sees it may, unless they only read.',
  input: {
    description: 'Which complaint is escalated, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), reason: text(PARAGRAPH) }),
  action: complaintEscalate,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'escalation'] },
});
