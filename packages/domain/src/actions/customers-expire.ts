/** What the clock does about customers whose term is over (docs/SPEC.md, PD19): it erases them, some at a time. */
import { retentionPolicy } from '../reads/policy-values.ts';
import { customersDue } from '../reads/retention.ts';
import type { ActionContext } from './context.ts';
import { customerErase } from './customer-erase.ts';

/** Erases up to `limit` of those who are due, and gives how many: fewer when something came between. */
export async function customersExpire(ctx: ActionContext, limit: number): Promise<number> {
  const due = customersDue(retentionPolicy(ctx.directory), ctx.now());
  if (due === null) return 0;
  const { rows } = await ctx.db.pool.query<{ complaintId: string }>(`${due.text} LIMIT ${limit}`, due.values);
  let erased = 0;
  for (const { complaintId } of rows) {
    const result = await customerErase(ctx, { complaintId, ground: 'RETENTION_OVER', reason: null });
    if (result.ok) erased += 1;
  }
  return erased;
}
