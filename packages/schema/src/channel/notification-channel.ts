/** The ways on which a member is reached beside their inbox: always the caller's own. */
import type { ChannelDelivery } from '@redress/domain/reads/deliveries';
import type { DirectoryChannel } from '@redress/domain/reads/directory';
import { shownTarget } from '@redress/domain/rules/notification-target';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { DeliveryStateEnum, NotificationChannelKindEnum } from '../delivery/vocabulary.ts';
import { Node, nodeId } from '../node/node.ts';
import { NotificationKindEnum } from '../notification/vocabulary.ts';
import { viewerId } from '../viewer/viewer-id.ts';
import { QuietTime } from './quiet-time.ts';

/** A channel of the caller; null for any other. */
export function ownChannel(ctx: SchemaContext, id: string): DirectoryChannel | null {
  const memberId = viewerId(ctx);
  if (memberId === null) return null;
  return ctx.directory.channelsOf(memberId).find((channel) => channel.id === id) ?? null;
}

const LastDelivery = builder.objectRef<ChannelDelivery>('ChannelDelivery').implement({
  description: 'What came of a message on a channel.',
  fields: (t) => ({
    isTest: t.exposeBoolean('isTest', { description: 'Whether the member had the channel tried.' }),
    state: t.expose('state', { type: DeliveryStateEnum, description: 'What became of it.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description:
        'Why the last attempt failed, as a code: `RECIPIENT_REFUSED`, `UNREACHABLE`, `RATE_LIMITED` …; null when none did. More may be added.',
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was told, or asked for.' }),
    runAt: t.expose('runAt', { type: 'DateTime', description: 'Not before then: the end of quiet hours.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was settled; null while it is queued.',
    }),
  }),
});

export const NotificationChannel = builder.objectRef<DirectoryChannel>('NotificationChannel').implement({
  description: 'A way on which notifications go out to a member beside their inbox. For that member alone.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('NotificationChannel', (id, ctx) => ownChannel(ctx, id))),
    kind: t.expose('kind', { type: NotificationChannelKindEnum, description: 'What kind of way it is.' }),
    target: t.string({
      description:
        "Where it leads: an e-mail address; of a robot its host and how its address ends. A robot's whole address is never given back.",
      resolve: ({ kind, target }) => shownTarget(kind, target),
    }),
    isSigned: t.boolean({
      description: 'Whether a signing secret is kept for the robot. The secret itself is never given back.',
      resolve: ({ secret }) => secret !== null,
    }),
    kinds: t.expose('kinds', {
      type: [NotificationKindEnum],
      description: 'What goes out on it, in the order of the enum.',
    }),
    quietTime: t.expose('quiet', {
      type: QuietTime,
      nullable: true,
      description: 'When everything but what is URGENT waits; null: never.',
    }),
    enabled: t.exposeBoolean('enabled', { description: 'False: nothing goes out on it for now.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the member added it.' }),
    lastDelivery: t.field({
      type: LastDelivery,
      nullable: true,
      description: 'What came of the newest message on it; null before the first.',
      resolve: ({ id }, _args, { loaders }) => loaders.lastDelivery.load(id),
    }),
  }),
});
