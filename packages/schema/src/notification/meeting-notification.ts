/** What of an inbox is about meetings: what they decided, and that one is ahead. */
import type { NotificationView } from '@redress/domain/reads/inbox';
import { listMeetingEntries } from '@redress/domain/reads/inbox';
import { builder } from '../builder.ts';
import { Actor, actorOf } from '../event/actor.ts';
import { encodeId } from '../ids.ts';
import { MeetingDecision } from '../meeting/meeting-decision.ts';
import { MeetingSeries } from '../meeting/meeting-series.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { inboxReader } from './inbox-reader.ts';
import { NotificationKindEnum } from './vocabulary.ts';

const MeetingNotification = builder.objectRef<NotificationView>('MeetingNotification').implement({
  description:
    "An entry of the caller's inbox that is about a meeting. It is there while the decision is theirs to see to, or until the meeting ahead begins.",
  fields: (t) => ({
    id: t.id({
      description: 'Its id, by which it is read like any other entry.',
      resolve: ({ id }) => encodeId('Notification', id),
    }),
    kind: t.expose('kind', { type: NotificationKindEnum, description: 'What it tells.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was told.' }),
    readAt: t.expose('readAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the member read it; null before.',
    }),
    isWaiting: t.exposeBoolean('isWaiting', {
      description: 'Whether it still waits: a decision until it is said to be done, a meeting until it begins.',
    }),
    decision: t.field({
      type: MeetingDecision,
      nullable: true,
      description: 'What a meeting decided that the member sees to; null when a meeting is ahead.',
      resolve: ({ kind, subjectId }, _args, { loaders }) =>
        kind === 'MEETING_AHEAD' ? null : loaders.decision.load(subjectId),
    }),
    series: t.field({
      type: MeetingSeries,
      nullable: true,
      description: 'The series whose meeting is ahead; null when it is about a decision.',
      resolve: ({ kind, subjectId }, _args, { loaders }) =>
        kind === 'MEETING_AHEAD' ? loaders.series.load(subjectId) : null,
    }),
    meetsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the meeting ahead begins; null when it is about a decision.',
      resolve: ({ kind, dueAt }) => (kind === 'MEETING_AHEAD' ? dueAt : null),
    }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'Who brought it about; null: the system.',
      resolve: actorOf,
    }),
  }),
});

builder.queryField('meetingInbox', (t) =>
  t.field({
    type: [MeetingNotification],
    description:
      "What of the caller's inbox is about meetings, at most 100; `inboxCount` counts it too. For members. Depends on the viewer.",
    args: {
      waiting: t.arg.boolean({
        required: true,
        description: 'True: what waits, what is due first on top; false: what does not, the newest on top.',
      }),
    },
    complexity: { field: 10, multiplier: 10 },
    extensions: viewerDependent,
    resolve: (_root, { waiting }, ctx) => listMeetingEntries(ctx.db, inboxReader(ctx), waiting),
  }),
);
