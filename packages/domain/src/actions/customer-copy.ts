/** Makes a customer's copy of what is held about them (docs/SPEC.md, PD13), on record before it is handed out. */
import { loadCustomerCopy } from '../reads/customer-copy.ts';
import type { CustomerCopy } from '../reads/customer-copy.ts';
import type { ActionContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { changeSettings } from './settings-change.ts';

/** @throws Refusal FORBIDDEN to everybody but who looks after the server: a copy leaves the house. */
export async function customerCopy(ctx: ActionContext, customerId: string): Promise<CustomerCopy> {
  if (ctx.principal.kind !== 'SYSTEM') throw new Refusal({ code: 'FORBIDDEN', action: 'copy' });
  const copy = await loadCustomerCopy(ctx.db, customerId);
  const payload = { customerId, complaints: copy.complaints.length };
  await changeSettings(ctx, 'customerCopy', [], [{ type: 'CustomerCopied', payload }]);
  return copy;
}
