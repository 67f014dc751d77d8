/** A member has one of their channels tried (docs/SPEC.md, NX23): by the very job that carries notifications. */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import type { ActionContext } from './context.ts';
import { changeChannel, channelsOfMember, requireChannel, requireMember } from './own-channel.ts';
import type { SettingsResult } from './policy-set.ts';

/** Queues a message that says nothing but that it arrived; at any hour, and also while the channel is switched off. */
export function notificationChannelTest(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return changeChannel(ctx, 'notificationChannelTest', async () => {
    const memberId = requireMember(ctx);
    requireChannel(await channelsOfMember(ctx, memberId), id);
    const deliveryId = uuidv7();
    const at = ctx.now();
    const row = {
      id: deliveryId,
      notificationId: null,
      channelId: id,
      memberId,
      complaintId: null,
      state: 'QUEUED' as const,
      createdAt: at,
      runAt: at,
      attempts: 0,
      problem: null,
      settledAt: null,
    };
    return {
      channelId: id,
      rows: [insert('delivery', row)],
      events: [{ type: 'NotificationChannelTested' as const, payload: { channelId: id, deliveryId, memberId } }],
    };
  });
}
