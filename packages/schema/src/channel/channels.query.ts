/** A member's own ways of being reached, and what may be chosen here. */
import { quietHours } from '@redress/domain/reads/policy-values';
import { MAX_CHANNELS, robotAddresses } from '@redress/domain/rules/notification-target';
import type { NotificationChannelKind } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';
import { NotificationChannelKindEnum } from '../delivery/vocabulary.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { MemberViewer } from '../viewer/viewer.ts';
import { NotificationChannel } from './notification-channel.ts';
import { QuietTime } from './quiet-time.ts';

const ChannelOption = builder.objectRef<{ kind: NotificationChannelKind }>('NotificationChannelOption').implement({
  description: 'A way that members may choose on this installation.',
  fields: (t) => ({
    kind: t.expose('kind', { type: NotificationChannelKindEnum, description: 'What kind of way it is.' }),
    addresses: t.stringList({
      description:
        "Where robots of this kind may be: origins of their vendor, and those that this installation's operator added. Empty for e-mail.",
      resolve: ({ kind }, _args, { ways }) => (kind === 'EMAIL' ? [] : robotAddresses(kind, ways.robotOrigins)),
    }),
    isSigned: t.boolean({
      description: 'Whether a signing secret may be kept for it.',
      resolve: ({ kind }) => kind === 'DINGTALK' || kind === 'FEISHU',
    }),
  }),
});

const NotificationSettings = builder.objectRef<object>('NotificationSettings').implement({
  description: 'What a member may choose for their notifications here.',
  fields: (t) => ({
    options: t.field({
      type: [ChannelOption],
      description: 'The ways that are open. E-mail is missing where no mail server is configured.',
      resolve: (_settings, _args, { ways }) => ways.kinds.map((kind) => ({ kind })),
    }),
    maxChannels: t.int({
      description: 'How many channels a member may have at most.',
      resolve: () => MAX_CHANNELS,
    }),
    companyQuietTime: t.field({
      type: QuietTime,
      nullable: true,
      description: "The company's quiet hours, as a proposal for a channel's own; null when it has none.",
      resolve: (_settings, _args, { directory }) => quietHours(directory),
    }),
  }),
});

builder.objectFields(MemberViewer, (t) => ({
  notificationChannels: t.field({
    type: [NotificationChannel],
    description: 'On which ways they are reached beside their inbox, in the order in which they said so.',
    extensions: viewerDependent,
    resolve: ({ id }, _args, { directory }) => [...directory.channelsOf(id)],
  }),
  notificationSettings: t.field({
    type: NotificationSettings,
    description: 'What they may choose for their notifications.',
    resolve: () => ({}),
  }),
}));
