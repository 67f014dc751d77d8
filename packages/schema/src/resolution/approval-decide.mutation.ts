import { approvalDecide } from '@redress/domain/actions/approval-decide';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'approvalDecide',
  description:
    'Approves a resolution, or does not. Whose turn it is decides: never who asked for it, and nobody twice. A yes asks the next step, or ends the ladder; a no takes the resolution off the table.',
  input: {
    description: 'The decision on one step.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The approval.' }),
      approve: t.boolean({ required: true, description: 'Whether it is approved.' }),
      reason: t.string({ description: 'Why; at most 2,000 characters. A no needs it.' }),
    }),
  },
  parse: z.object({ id: globalId('Approval'), approve: z.boolean(), reason: optionalText(PARAGRAPH) }),
  action: approvalDecide,
  refusals: ['APPROVAL_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution', 'approval'] },
});
