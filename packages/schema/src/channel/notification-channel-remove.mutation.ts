import { notificationChannelRemove } from '@redress/domain/actions/notification-channel-remove';
import { z } from 'zod';
import { encodeId } from '../ids.ts';
import { globalId } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';

settingsField({
  name: 'notificationChannelRemove',
  description:
    "Removes a channel of the caller's, with its address and secret; what is queued for it is not sent. For members.",
  input: {
    description: 'Which channel goes.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The channel.' }) }),
  },
  parse: z.object({ id: globalId('NotificationChannel') }),
  action: notificationChannelRemove,
  errors: ['NotFoundError'],
  payload: (t) => ({
    channelId: t.id({
      description: 'The channel that went.',
      resolve: ({ outcome }) => encodeId('NotificationChannel', outcome.channelId!),
    }),
  }),
});
