import { resolutionWithdraw } from '@redress/domain/actions/resolution-withdraw';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'resolutionWithdraw',
  description:
    "Takes a resolution back, and with it the approval that it waits for. The handling department does, or a coordinator; what the customer accepted is only a coordinator's to take back.",
  input: {
    description: 'Which resolution is taken back, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The resolution.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Resolution'), reason: text(PARAGRAPH) }),
  action: resolutionWithdraw,
  refusals: ['RESOLUTION_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution'] },
});
