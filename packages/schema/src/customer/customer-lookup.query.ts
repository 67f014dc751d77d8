/** Finding a caller's complaints while they wait (docs/SPEC.md, LK1–LK5). */
import { customerLookup } from '@redress/domain/actions/customer-lookup';
import type { CallerFound } from '@redress/domain/actions/customer-lookup';
import { normaliseEmail } from '@redress/domain/actions/registration';
import { MAX_CASES } from '@redress/domain/reads/customer-cases';
import type { CallerName } from '@redress/domain/reads/customer-cases';
import { orderNumberOf } from '@redress/domain/rules/order-number';
import { mayLookUp } from '@redress/domain/rules/permissions';
import { isFullPhone, normalisePhone } from '@redress/domain/rules/phone';
import { builder } from '../builder.ts';
import { forbidden, invalidInput, rateLimitedError } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { storable } from '../storable.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { CustomerCase } from './customer-case.ts';
import { Customer } from './customer.ts';
import { EMAIL } from './customer-input.ts';

/** More than anybody answers calls, too little to walk through numbers. */
const TRIES = { limit: 60, windowSeconds: 600 };

export const CustomerLookupBy = builder.inputType('CustomerLookupBy', {
  description: 'What the caller says to be found by: one of these, whole.',
  isOneOf: true,
  fields: (t) => ({
    phone: t.string({ description: 'Their telephone number, however it is written.' }),
    email: t.string({ description: 'Their e-mail address.' }),
    orderNumber: t.string({
      description: 'The number of an order that a complaint is about; case and hyphens do not matter.',
    }),
  }),
});

interface Found extends CallerFound {
  __typename: 'CustomerLookup';
}

const CustomerLookup = builder.objectRef<Found>('CustomerLookup').implement({
  description: 'Whom a number or an address names, and what they complained of.',
  fields: (t) => ({
    customers: t.expose('customers', {
      type: [Customer],
      description:
        'Who it is, the one who was known first in front; empty when nobody is known by it. Several when one number was taken in more than once, or an order has several customers.',
    }),
    cases: t.expose('cases', {
      type: [CustomerCase],
      description: `Their complaints, or those about the order: open ones first, each the newest first; at most ${MAX_CASES}.`,
    }),
    totalCount: t.exposeInt('total', { description: 'How many complaints there are, shown or not.' }),
  }),
});

const Result = resultUnion('customerLookup', CustomerLookup, [
  'ForbiddenError',
  'InvalidInputError',
  'RateLimitedError',
]);

type Wrong = { path: string[]; key: string };

/** What is asked for, as it is stored; else what is wrong with it. */
export function readName(by: typeof CustomerLookupBy.$inferInput): CallerName | Wrong {
  const { phone, email, orderNumber } = by;
  // What comes in a variable is not counted before it is here.
  if (Object.values(by).filter((given) => given != null).length !== 1) return { path: ['by'], key: 'oneOfThem' };
  if (phone != null) {
    const number = normalisePhone(phone);
    return isFullPhone(number) ? { phone: number } : { path: ['by', 'phone'], key: 'incompletePhone' };
  }
  if (email != null) {
    const address = normaliseEmail(storable(email));
    const isOne = address !== null && EMAIL.test(address);
    return isOne ? { email: address } : { path: ['by', 'email'], key: 'malformedEmail' };
  }
  const order = orderNumberOf(orderNumber ?? '');
  return order === null ? { path: ['by', 'orderNumber'], key: 'notOneOrderNumber' } : { orderNumber: order };
}

builder.queryField('customerLookup', (t) =>
  t.field({
    type: Result,
    description:
      'Who calls, and what they complained of, masked: for who takes complaints in, by a whole number or address only. By POST only; limited for each caller, and each look is in the audit trail.',
    args: { by: t.arg({ type: CustomerLookupBy, required: true, description: 'What the caller says.' }) },
    complexity: { field: 1, multiplier: MAX_CASES },
    resolve: async (_root, { by }, ctx): Promise<Found | AnyUserError> => {
      const principal = requirePrincipal(ctx);
      if (!mayLookUp(principal)) return forbidden('lookUp', ctx);
      const name = readName(by);
      if ('key' in name) return invalidInput([name], ctx);
      const taken = await ctx.limits.takeOwn('customerLookup', TRIES);
      if (!taken.ok) return rateLimitedError(taken.retryAfterSeconds, ctx);
      const { db, origin, now, directory } = ctx;
      const found = await customerLookup({ db, principal, origin, now, directory, idempotency: null }, name);
      return { __typename: 'CustomerLookup', ...found };
    },
  }),
);
