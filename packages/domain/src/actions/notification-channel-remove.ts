/** A member takes a way of being reached back: address and secret go with it (docs/SPEC.md, NX22). */
import { remove } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { ActionContext } from './context.ts';
import { changeChannel, channelsOfMember, requireChannel, requireMember } from './own-channel.ts';
import type { SettingsResult } from './policy-set.ts';

/** Removes the channel. What is queued for it is not sent any more. */
export function notificationChannelRemove(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return changeChannel(ctx, 'notificationChannelRemove', async () => {
    const channel = requireChannel(await channelsOfMember(ctx, requireMember(ctx)), id);
    return {
      channelId: id,
      rows: [remove('notification_channel', channel as unknown as TableRows['notification_channel'])],
      events: [{ type: 'DirectoryChanged' as const, payload: { what: 'NOTIFICATION_CHANNEL' as const, ids: [id] } }],
    };
  });
}
