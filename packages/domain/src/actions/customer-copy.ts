/** Makes a customer's copy of what is held about them (docs/SPEC.md, PD14), on record before it is handed out. */
import { loadCustomerCopy } from '../reads/customer-copy.ts';
import type { CustomerCopy } from '../reads/customer-copy.ts';
import { mayErase } from '../rules/permissions.ts';
import { loadCase } from './case.ts';
import type { ActionContext } from './context.ts';
import { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import type { RefusalData } from './refusal.ts';

export type CopyResult = { ok: true; copy: CustomerCopy } | { ok: false; refusal: RefusalData };

/** The copy for the customer of this complaint: all of theirs. */
export async function customerCopy(ctx: ActionContext, complaintId: string): Promise<CopyResult> {
  let copy: CustomerCopy | null = null;
  const result = await perform(ctx, 'customerCopy', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, complaintId));
    if (!mayErase(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'erase' });
    const { customerId } = opened.complaint;
    copy = customerId === null ? null : await loadCustomerCopy(ctx.db, customerId);
    if (customerId === null || copy === null) throw invalid('complaintId', 'nobodyToCopy');
    const draft = Draft.of(ctx, opened);
    draft.emit({ type: 'CustomerCopied', payload: { customerId, complaints: copy.complaints.length } });
    return { draft, outcome: { complaintId } };
  });
  return result.ok ? { ok: true, copy: copy! } : result;
}
