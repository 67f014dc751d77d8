import { notificationChannelPut } from '@redress/domain/actions/notification-channel-put';
import type { NotificationChannelKind, NotificationKind } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { NotificationChannelKindEnum } from '../delivery/vocabulary.ts';
import { given, globalId, optional } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { NotificationKindEnum } from '../notification/vocabulary.ts';
import { storable } from '../storable.ts';
import { channelPayload } from './channel-payload.ts';
import { QuietTimeInput, quietTime } from './quiet-time.ts';

settingsField({
  name: 'notificationChannelPut',
  description:
    "Adds a channel of the caller's, or changes one, whole: what it carries, where to, and when not. For members.",
  input: {
    description: 'A channel as it is to be.',
    fields: (t) => ({
      id: t.id({ description: 'The channel that is changed; left out: a new one.' }),
      kind: t.field({
        type: NotificationChannelKindEnum,
        required: true,
        description: 'What kind of way it is. One that is changed keeps its kind.',
      }),
      target: t.string({
        description:
          'An e-mail address, or the https address that the vendor gave for the robot. Left out: as it is; needed for a new one.',
      }),
      secret: t.string({
        description: "The robot's signing secret. Left out: as it is; empty: the robot does not sign.",
      }),
      kinds: t.field({
        type: [NotificationKindEnum],
        required: true,
        description: 'What goes out on it; at least one.',
      }),
      quietTime: t.field({
        type: QuietTimeInput,
        description: 'When everything but what is URGENT waits; left out: never.',
      }),
      enabled: t.boolean({ required: true, defaultValue: true, description: 'False: nothing goes out on it for now.' }),
    }),
  },
  parse: z
    .object({
      id: optional(globalId('NotificationChannel')),
      kind: given<NotificationChannelKind>(),
      target: optional(z.string().overwrite(storable)),
      secret: optional(z.string().overwrite(storable).trim()),
      kinds: z.array(given<NotificationKind>()).min(1, 'channelCarriesNothing'),
      quietTime,
      enabled: z.boolean(),
    })
    .transform(({ quietTime: quiet, ...input }) => ({ ...input, quiet })),
  action: (ctx, input, { ways }) => notificationChannelPut(ctx, ways, input),
  errors: ['NotFoundError'],
  payload: channelPayload,
});
