/** Sends out again what could not be delivered (docs/SPEC.md, NX9). */
import { update } from '../events/change.ts';
import { hasRole } from '../rules/principal.ts';
import type { ActionContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { changeSettings } from './settings-change.ts';

/**
 * Queues a FAILED delivery anew; one that is under way, or went out, stays as it is. Its member may, and an ADMIN.
 *
 * @throws Refusal NOT_FOUND for what is neither the caller's nor theirs to administer.
 */
export async function deliveryRetry(ctx: ActionContext, id: string): Promise<void> {
  const row = await ctx.db.prisma.delivery.findUnique({ where: { id } });
  const isTheirs = ctx.principal.kind === 'MEMBER' && row?.memberId === ctx.principal.id;
  // A channel that is tried is tried anew, never once more.
  if (row === null || row.notificationId === null) throw new Refusal({ code: 'NOT_FOUND' });
  if (!(isTheirs || hasRole(ctx.principal, 'ADMIN'))) throw new Refusal({ code: 'NOT_FOUND' });
  if (row.state !== 'FAILED') return;
  await changeSettings(
    ctx,
    'deliveryRetry',
    [update('delivery', { ...row, state: 'QUEUED', runAt: ctx.now(), attempts: 0, problem: null, settledAt: null })],
    [{ type: 'DeliveryRetried', payload: { deliveryId: id, memberId: row.memberId } }],
  );
}
