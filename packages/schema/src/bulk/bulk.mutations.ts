/** What can be done with many complaints at once. */
import { complaintAssignField } from '../complaint/complaint-assign.mutation.ts';
import { complaintClaimField } from '../complaint/complaint-claim.mutation.ts';
import { handoffRequestField } from '../handoff/handoff-request.mutation.ts';
import { bulkField } from './bulk-field.ts';

const EACH = 'Each complaint has its own result, and what stands against one touches no other.';

bulkField({
  name: 'complaintsClaim',
  description: `Claims complaints for the departments that have them (接单), as \`complaintClaim\` does. ${EACH}`,
  single: complaintClaimField,
  input: { description: 'Which complaints are claimed.', fields: () => ({}) },
  each: (id) => ({ id }),
});

bulkField<{ ids: string[]; assigneeId?: string | null }>({
  name: 'complaintsAssign',
  description: `Names who works on complaints, as \`complaintAssign\` does. ${EACH}`,
  single: complaintAssignField,
  input: {
    description: 'Which complaints are whose.',
    fields: (t) => ({ assigneeId: t.id({ description: 'The member; null takes the assignments back.' }) }),
  },
  each: (id, { assigneeId }) => ({ id, assigneeId }),
});

bulkField<{ ids: string[]; toDepartmentCode: string; reason: string }>({
  name: 'complaintsHandOff',
  description: `Asks another department to take complaints over (转办), as \`handoffRequest\` does. ${EACH}`,
  single: handoffRequestField,
  input: {
    description: 'Which complaints are to be taken over, by whom, and why.',
    fields: (t) => ({
      toDepartmentCode: t.string({ required: true, description: 'The department that is asked.' }),
      reason: t.string({ required: true, description: 'Why it should have them; at most 2,000 characters.' }),
    }),
  },
  each: (complaintId, { toDepartmentCode, reason }) => ({ complaintId, toDepartmentCode, reason }),
});
