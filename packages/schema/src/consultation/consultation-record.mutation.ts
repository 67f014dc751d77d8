import { consultationRecord } from '@redress/domain/actions/consultation-record';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, maybe, text } from '../mutation/input.ts';

actionField({
  name: 'consultationRecord',
  description:
    'Records that colleagues sat together over a case (会商). What is IMPORTANT or URGENT is not settled without it.',
  input: {
    description: 'Who sat together, and what they came to.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      at: t.field({ type: 'DateTime', description: 'When they met: within this round and not ahead. Null: now.' }),
      memberIds: t.idList({
        required: true,
        description: 'Who sat together: two members or more, none of whom the complaint is about.',
      }),
      summary: t.string({ required: true, description: 'What was said; at most 2,000 characters.' }),
      decision: t.string({ required: true, description: 'What they came to; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    at: maybe<Date>(),
    memberIds: z.array(globalId('Member')),
    summary: text(PARAGRAPH),
    decision: text(PARAGRAPH),
  }),
  action: consultationRecord,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'consultation'] },
});
