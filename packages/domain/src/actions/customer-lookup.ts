/** Finds a caller's complaints while they wait, and puts on record who looked before anything is shown (LK5). */
import { findCaller, loadCallerCases, loadCallers } from '../reads/customer-cases.ts';
import type { CallerName, CustomerCase } from '../reads/customer-cases.ts';
import type { CustomerView } from '../reads/complaint-view.ts';
import { mayLookUp } from '../rules/permissions.ts';
import { scopeOf } from '../rules/principal.ts';
import type { ActionContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { changeSettings } from './settings-change.ts';

/** What was found. Personal data as it is stored: masking is the contract's. */
export interface CallerFound {
  customers: CustomerView[];
  cases: CustomerCase[];
  /** How many cases there are, shown or not. */
  total: number;
}

/**
 * Looks up. What was asked for is not kept, only by what it was asked and whom it named: nobody, too, for that is how
 * guessing looks.
 *
 * @throws Refusal FORBIDDEN to who takes no complaints in.
 */
export async function customerLookup(ctx: ActionContext, name: CallerName): Promise<CallerFound> {
  if (!mayLookUp(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'lookUp' });
  const found = await findCaller(ctx.db, name);
  const [customers, { cases, total }] = await Promise.all([
    loadCallers(ctx.db, found.customerIds),
    loadCallerCases(ctx.db, scopeOf(ctx.principal), found),
  ]);
  const by = 'phone' in name ? 'PHONE' : 'email' in name ? 'EMAIL' : 'ORDER_NUMBER';
  const customerIds = customers.map(({ id }) => id);
  const payload = { by, customerIds, complaints: total } as const;
  await changeSettings(ctx, 'customerLookup', [], [{ type: 'CustomerLookedUp', payload }]);
  return { customers, cases, total };
}
