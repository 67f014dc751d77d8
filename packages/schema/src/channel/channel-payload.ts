/** What the mutations of a channel answer with. */
import type { FieldMap, ObjectFieldBuilder } from '@pothos/core';
import type { Types } from '../connection.ts';
import type { SettingsPayload } from '../mutation/settings-field.ts';
import { NotificationChannel, ownChannel } from './notification-channel.ts';

export function channelPayload(t: ObjectFieldBuilder<Types, SettingsPayload>): FieldMap {
  return {
    channel: t.field({
      type: NotificationChannel,
      nullable: true,
      description: 'The channel as it is now; null when it was removed since, which a retry may find.',
      resolve: ({ outcome }, _args, ctx) => ownChannel(ctx, outcome.channelId!),
    }),
  };
}
