/** `inbox`, and how much is in it: always the caller's own. */
import { countInbox, countInboxList, listInbox } from '@redress/domain/reads/inbox';
import type { InboxCount as InboxCountShape } from '@redress/domain/reads/inbox';
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { builder } from '../builder.ts';
import { forwardArgs } from '../connection.ts';
import { pageCost } from '../limits.ts';
import { reading } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { MemberViewer } from '../viewer/viewer.ts';
import { inboxReader } from './inbox-reader.ts';
import { NotificationConnection } from './notification.ts';

export const InboxCount = builder.objectRef<InboxCountShape>('InboxCount').implement({
  description: 'How much is in an inbox.',
  fields: (t) => ({
    waiting: t.exposeInt('waiting', {
      description: 'Entries that wait for an answer: those of `inbox` and those of `meetingInbox` together.',
    }),
    subjectsWaiting: t.exposeInt('subjectsWaiting', {
      description:
        'How many things wait: all entries at one complaint, about one decision of a meeting, or about the meetings of one series are one. What the bell shows.',
    }),
    unread: t.exposeInt('unread', { description: 'Entries that were not read, of both together.' }),
    meetingsWaiting: t.exposeInt('meetingsWaiting', {
      description: 'How many of `waiting` are about meetings: `meetingInbox` lists them, and `inbox` the others.',
    }),
    meetingsUnread: t.exposeInt('meetingsUnread', { description: 'How many of `unread` are about meetings.' }),
  }),
});

builder.queryField('inbox', (t) =>
  t.field({
    type: NotificationConnection,
    description: "The caller's inbox. For members. Depends on the viewer.",
    args: {
      ...forwardArgs('entries', DEFAULT_PAGE, MAX_PAGE),
      waiting: t.arg.boolean({
        description:
          'True: only what waits, what is due first on top; false: only what does not, null: everything, the newest on top.',
      }),
    },
    complexity: pageCost(DEFAULT_PAGE),
    extensions: viewerDependent,
    resolve: async (_root, { waiting, ...page }, ctx) => {
      const reader = inboxReader(ctx);
      const found = await reading(listInbox(ctx.db, reader, waiting ?? null, page));
      return { ...found, totalCount: () => countInboxList(ctx.db, reader, waiting ?? null) };
    },
  }),
);

builder.objectField(MemberViewer, 'inboxCount', (t) =>
  t.field({
    type: InboxCount,
    description: 'How much is in their inbox. Depends on the viewer.',
    extensions: viewerDependent,
    resolve: (_viewer, _args, ctx) => countInbox(ctx.db, inboxReader(ctx)),
  }),
);
