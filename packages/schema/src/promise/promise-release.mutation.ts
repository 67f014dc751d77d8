import { promiseRelease } from '@redress/domain/actions/promise-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'promiseRelease',
  description:
    'Records that the customer released the company from a promise. Who made it does, or a coordinator; its clock ends, which is not "met".',
  input: {
    description: 'Which promise is void, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The promise.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('PromiseToCustomer'), reason: text(PARAGRAPH) }),
  action: promiseRelease,
  refusals: ['PROMISE_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'promise'] },
});
