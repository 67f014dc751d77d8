import { loadNotifications } from '@redress/domain/reads/inbox';
import { builder } from '../builder.ts';
import { inboxReader } from './inbox-reader.ts';
import type { InboxNews } from './inbox-source.ts';
import { InboxCount } from './inbox.query.ts';
import { Notification } from './notification.ts';

const InboxEvent = builder.objectRef<InboxNews>('InboxEvent').implement({
  description:
    "What changed in the caller's inbox: something came, was answered by anybody, was read, or went out of sight. Whoever shows the list reads it again.",
  fields: (t) => ({
    count: t.expose('count', { type: InboxCount, description: 'How much is in it now.' }),
    meetingsChanged: t.exposeBoolean('meetingsChanged', {
      description:
        'Whether it tells of meetings alone: one began or ended, or a series, its dates or what it is asked to talk about is another. Whoever shows those reads them again.',
    }),
    entries: t.field({
      type: [Notification],
      description: 'What came since the last event, the newest first; empty in the first.',
      resolve: async ({ newIds }, _args, ctx) => {
        if (newIds.length === 0) return [];
        const entries = await loadNotifications(ctx.db, inboxReader(ctx), newIds);
        return entries.sort((a, b) => b.at.getTime() - a.at.getTime());
      },
    }),
  }),
});

/** The root value of an execution; see board-events.subscription.ts. */
export interface InboxEventsRoot {
  inboxEvents: InboxNews;
}

builder.subscriptionField('inboxEvents', (t) =>
  t.field({
    type: InboxEvent,
    description: "What changes in the caller's inbox. How much is in it comes at once. For members.",
    subscribe: (_root, _args, ctx) => ctx.live.inbox(inboxReader(ctx).memberId),
    resolve: (root) => (root as InboxEventsRoot).inboxEvents,
  }),
);
