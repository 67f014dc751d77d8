import { handoffWithdraw } from '@redress/domain/actions/handoff-withdraw';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'handoffWithdraw',
  description:
    "Takes a handoff back before it is answered. The asking department's head or deputy does, or a coordinator.",
  input: {
    description: 'Which handoff is withdrawn.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The handoff.' }),
      reason: t.string({ description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Handoff'), reason: optionalText(PARAGRAPH) }),
  action: handoffWithdraw,
  refusals: ['HANDOFF_ANSWERED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'handoff'] },
});
