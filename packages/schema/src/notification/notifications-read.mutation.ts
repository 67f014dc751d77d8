import { notificationsRead } from '@redress/domain/actions/notifications-read';
import { countInbox, loadNotifications } from '@redress/domain/reads/inbox';
import type { InboxCount as InboxCountShape, NotificationView } from '@redress/domain/reads/inbox';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { globalId, issuesOf } from '../mutation/input.ts';
import { inboxReader } from './inbox-reader.ts';
import { InboxCount } from './inbox.query.ts';
import { Notification } from './notification.ts';

const MAX_IDS = 500;

const NotificationsReadInput = builder.inputType('NotificationsReadInput', {
  description: 'What was read.',
  isOneOf: true,
  fields: (t) => ({
    ids: t.idList({
      description: `These entries, at most ${MAX_IDS}; what is not the caller's or was read before is passed over.`,
    }),
    all: t.boolean({ description: 'True: every entry up to now.' }),
  }),
});

const input = z.object({
  ids: z.array(globalId('Notification')).max(MAX_IDS, 'tooMany').nullish(),
  all: z.literal(true, 'invalid').nullish(),
});

interface PayloadSource {
  __typename: 'NotificationsReadPayload';
  notifications: NotificationView[];
  count: InboxCountShape;
  cursor: string;
}

const Payload = builder.objectRef<PayloadSource>('NotificationsReadPayload').implement({
  description: 'What `notificationsRead` changed.',
  fields: (t) => ({
    notifications: t.expose('notifications', {
      type: [Notification],
      description: 'The entries of `ids` as they are now; empty for `all`.',
    }),
    count: t.expose('count', { type: InboxCount, description: 'How much is in the inbox now.' }),
    cursor: t.field({
      type: 'EventCursor',
      description: 'The cursor of the change, or of the present when nothing was left to read.',
      resolve: ({ cursor }) => cursor,
    }),
  }),
});

const Result = resultUnion('notificationsRead', Payload, ['InvalidInputError']);

builder.mutationField('notificationsRead', (t) =>
  t.field({
    type: Result,
    description: "Marks entries of the caller's inbox as read; again changes nothing. For members.",
    args: { input: t.arg({ type: NotificationsReadInput, required: true, description: 'What was read.' }) },
    resolve: async (_root, args, ctx): Promise<PayloadSource | AnyUserError> => {
      const reader = inboxReader(ctx);
      const parsed = input.safeParse(args.input);
      if (!parsed.success) return invalidInput(issuesOf(parsed.error), ctx);
      const { db, origin, now, directory } = ctx;
      const { ids } = parsed.data;
      const context = { db, principal: ctx.principal!, origin, now, directory, idempotency: null };
      const cursor = await notificationsRead(context, reader.memberId, ids ?? null);
      ctx.setReadYourWrites(cursor);
      const notifications = ids ? await loadNotifications(db, reader, ids) : [];
      return { __typename: 'NotificationsReadPayload', notifications, count: await countInbox(db, reader), cursor };
    },
  }),
);
