import { holdRefuse } from '@redress/domain/actions/hold-decide';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'holdRefuse',
  description: 'Refuses a hold that was asked for. A supervisor or a coordinator does; who asked may take it back so.',
  input: {
    description: 'Which hold is refused, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The hold.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Hold'), reason: text(PARAGRAPH) }),
  action: holdRefuse,
  refusals: ['HOLD_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'hold'] },
});
