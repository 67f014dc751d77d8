import { promiseKeep } from '@redress/domain/actions/promise-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'promiseKeep',
  description: 'Reports a promise kept; its clock is met now, in time or late.',
  input: {
    description: 'Which promise was kept.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The promise.' }),
      note: t.string({ description: 'What there is to say about it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('PromiseToCustomer'), note: optionalText(PARAGRAPH) }),
  action: promiseKeep,
  refusals: ['PROMISE_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'promise'] },
});
