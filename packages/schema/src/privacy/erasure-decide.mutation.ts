import { erasureDecide } from '@redress/domain/actions/erasure-decide';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'erasureDecide',
  description:
    'Carries out an erasure that somebody else asked for, for good, or turns it down; who asked may take it back. For coordinators and supervisors.',
  input: {
    description: 'Which erasure, and what becomes of it.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The erasure.' }),
      approve: t.boolean({ required: true, description: 'Whether the customer is erased.' }),
      reason: t.string({ description: 'Why not; required to turn it down. At most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Erasure'), approve: z.boolean(), reason: optionalText(PARAGRAPH) }),
  action: erasureDecide,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'erasure'] },
});
