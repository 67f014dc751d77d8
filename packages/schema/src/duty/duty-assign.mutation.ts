import { dutyAssign } from '@redress/domain/actions/duty-assign';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId, optional } from '../mutation/input.ts';

actionField({
  name: 'dutyAssign',
  description:
    "Names who of its department does a duty. The department's head or deputy names anyone of it, its members themselves, a coordinator on its behalf.",
  input: {
    description: 'Who does which duty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The duty.' }),
      ownerId: t.id({ description: 'The member; null: the department decides.' }),
    }),
  },
  parse: z.object({ id: globalId('Duty'), ownerId: optional(globalId('Member')) }),
  action: dutyAssign,
  refusals: ['DUTY_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'duty'] },
});
