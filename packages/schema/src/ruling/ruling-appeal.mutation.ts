import { rulingAppeal } from '@redress/domain/actions/ruling-appeal';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'rulingAppeal',
  description:
    'Appeals against a ruling (申诉), once and until its `appealUntil`. Head or deputy of the department that it named does. The complaint stays with them until the appeal is decided.',
  input: {
    description: 'Which ruling is appealed, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The ruling.' }),
      reason: t.string({ required: true, description: 'Why it is wrong; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Ruling'), reason: text(PARAGRAPH) }),
  action: rulingAppeal,
  refusals: ['RULING_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'ruling'] },
});
