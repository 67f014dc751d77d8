/** Events of promises to the customer. */
import { PromiseToCustomer } from '../promise/promise-to-customer.ts';
import { complaintEvent } from './complaint-event.ts';

const PROMISE_EVENTS = {
  PromiseMade: 'The customer was promised something by a time.',
  PromiseKept: 'A promise was kept, in time or late.',
  PromiseReleased: 'The customer released the company from a promise, or the complaint was closed before it was kept.',
} as const;

for (const type of ['PromiseMade', 'PromiseKept', 'PromiseReleased'] as const) {
  complaintEvent(type, PROMISE_EVENTS[type], (t) => ({
    promise: t.field({
      type: PromiseToCustomer,
      description: 'The promise, as it is now.',
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.promises.byId.load(payload.promiseId))!,
    }),
  }));
}
