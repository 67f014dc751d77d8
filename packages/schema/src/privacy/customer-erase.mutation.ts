import { customerErase } from '@redress/domain/actions/customer-erase';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'customerErase',
  description:
    'Asks that a customer be erased, or, where somebody else has asked within 30 days, erases them: their data, the texts and files of all of their complaints, what finds them in searches, and the way to their page. What happened, and every figure, stays. For coordinators and supervisors; all of the customer’s complaints are closed.',
  input: {
    description: 'Whom, and on what ground.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'A complaint of theirs.' }),
      reason: t.string({
        required: true,
        description: 'On what ground: what they asked for, or a term that is over; at most 2,000 characters.',
      }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), reason: text(PARAGRAPH) }),
  action: customerErase,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      erased: t.boolean({
        description: 'Whether they were erased; false: it was asked for, and somebody else has to do so, too.',
        resolve: ({ outcome }) => outcome.erased === true,
      }),
    }),
  },
});
