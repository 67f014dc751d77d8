import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { LINE, PARAGRAPH, globalId, text } from '../mutation/input.ts';

/** Also run for many complaints at once. */
export const handoffRequestField = actionField({
  name: 'handoffRequest',
  description:
    "Asks another department to take a complaint over (转办). The handling department's head or deputy does, or a coordinator. Until it is answered, the complaint stays where it is.",
  input: {
    description: 'Which complaint is to be taken over, by whom, and why.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      toDepartmentCode: t.string({ required: true, description: 'The department that is asked.' }),
      reason: t.string({ required: true, description: 'Why it should have it; at most 2,000 characters.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    toDepartmentCode: text(LINE),
    reason: text(PARAGRAPH),
    expectedVersion,
  }),
  action: handoffRequest,
  refusals: ['HANDOFF_PENDING', 'CONTESTED', 'RULING_STANDS', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'handoff'] },
});
