import { holdApprove } from '@redress/domain/actions/hold-decide';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId } from '../mutation/input.ts';

actionField({
  name: 'holdApprove',
  description:
    'Approves a hold that was asked for: it stands from now on. A supervisor or a coordinator does, never who asked.',
  input: {
    description: 'Which hold is approved.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The hold.' }) }),
  },
  parse: z.object({ id: globalId('Hold') }),
  action: holdApprove,
  refusals: ['HOLD_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'hold'] },
});
