import { complaintPrint } from '@redress/domain/actions/complaint-print';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId } from '../mutation/input.ts';

actionField({
  name: 'complaintPrint',
  description:
    'Records that a complaint is printed, and shows what is to be: masked, as everywhere. For members who see it; each time is on the timeline and in the audit trail.',
  input: {
    description: 'Which complaint.',
    fields: (t) => ({ complaintId: t.id({ required: true, description: 'The complaint.' }) }),
  },
  parse: z.object({ complaintId: globalId('Complaint') }),
  action: complaintPrint,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  limit: { limit: 120, windowSeconds: 3_600 },
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      printedAt: t.field({
        type: 'DateTime',
        description: 'The moment of this answer, for the watermark.',
        resolve: (_payload, _args, { now }) => now(),
      }),
    }),
  },
});
