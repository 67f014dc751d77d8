import { complaintMerge } from '@redress/domain/actions/complaint-merge';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintMerge',
  description:
    'Merges a complaint into the earlier one about the same matter (并案): it is closed as merged, and the earlier one goes on for both, with the history and the tracking codes of both. Reopening the merged one parts them again.',
  input: {
    description: 'Which complaint goes into which, and why they are one.',
    fields: (t) => ({
      id: t.id({
        required: true,
        description:
          'The complaint that is closed: the later one. A regulator’s case is never closed so; what came before goes into it.',
      }),
      intoId: t.id({ required: true, description: 'The complaint that goes on: open, and not merged itself.' }),
      reason: t.string({ required: true, description: 'Why they are one matter; at most 2,000 characters.' }),
      acrossCustomers: t.boolean({
        defaultValue: false,
        description:
          'Must be true when they are not known to come from one customer: neither the customer nor a phone number nor an e-mail address is the same.',
      }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    intoId: globalId('Complaint'),
    reason: text(PARAGRAPH),
    acrossCustomers: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
  }),
  action: complaintMerge,
  refusals: ['NOT_FOUND', 'FORBIDDEN', 'ALREADY_MERGED'],
  payload: { shows: ['complaint'] },
});
