import { complaintAssign } from '@redress/domain/actions/complaint-assign';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { globalId, optional } from '../mutation/input.ts';

/** Also run for many complaints at once. */
export const complaintAssignField = actionField({
  name: 'complaintAssign',
  description: "Names who works on a complaint (经办人). The department's head or deputy does, or a coordinator.",
  input: {
    description: 'Which complaint is assigned, and to whom.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      assigneeId: t.id({ description: 'A member of the handling department; null: nobody any more.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), assigneeId: optional(globalId('Member')), expectedVersion }),
  action: complaintAssign,
  refusals: ['HANDOFF_PENDING', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
