import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { globalId } from '../mutation/input.ts';

/** Also run for many complaints at once. */
export const complaintClaimField = actionField({
  name: 'complaintClaim',
  description:
    'Takes a complaint on for the department that it was routed to (接单). Its head or deputy does, or a coordinator on its behalf. Of many who claim at once one wins; the others are told who.',
  input: {
    description: 'Which complaint is claimed.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), expectedVersion }),
  action: complaintClaim,
  refusals: ['ALREADY_CLAIMED', 'HANDOFF_PENDING', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
