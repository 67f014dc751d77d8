/** Events of promises to the customer. */
import { PromiseToCustomer } from '../promise/promise-to-customer.ts';
import type { Loaders } from '../loaders.ts';
import { complaintEvent } from './complaint-event.ts';
import { maskedNote } from '../masked-text.ts';

const promise = {
  type: PromiseToCustomer,
  description: 'The promise, as it is now.',
  resolve: async ({ payload }: { payload: { promiseId: string } }, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.promises.byId.load(payload.promiseId))!,
} as const;

complaintEvent('PromiseMade', 'The customer was promised something by a time.', (t) => ({
  promise: t.field(promise),
}));

complaintEvent('PromiseKept', 'A promise was kept, in time or late.', (t) => ({
  promise: t.field(promise),
  note: maskedNote(t, 'What there was to say about it; null when nothing was, or it was erased.'),
}));

complaintEvent(
  'PromiseReleased',
  'The customer released the company from a promise, or the complaint was closed before it was kept.',
  (t) => ({
    promise: t.field(promise),
    reason: maskedNote(
      t,
      'How the customer released the company; null when the complaint was closed, or when it was erased.',
    ),
  }),
);
