import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { PARAGRAPH, given, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintHold',
  description:
    'Puts a complaint on hold (挂起) until a date, after the customer was tried to be reached. The first holds of a round stand at once; more are asked for, and stand when somebody else approves them.',
  input: {
    description: 'Which complaint waits for its customer, why, and until when.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      reason: t.string({ required: true, description: 'What is waited for; at most 2,000 characters.' }),
      until: t.field({
        type: 'DateTime',
        required: true,
        description: 'When it goes on by itself; in the future, and no further away than the company allows.',
      }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), reason: text(PARAGRAPH), until: given<Date>(), expectedVersion }),
  action: complaintHold,
  refusals: ['CONTACT_NOT_TRIED', 'ALREADY_ON_HOLD', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'hold'] },
});
