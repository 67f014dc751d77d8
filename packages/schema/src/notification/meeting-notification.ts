/** What of an inbox is about meetings: what they decided, that one is ahead, and that it is at another time. */
import type { NotificationView } from '@redress/domain/reads/inbox';
import { listMeetingEntries } from '@redress/domain/reads/inbox';
import type { NotificationKind } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';
import { Actor, actorOf } from '../event/actor.ts';
import { encodeId } from '../ids.ts';
import { MeetingDecision } from '../meeting/meeting-decision.ts';
import { MeetingSeries } from '../meeting/meeting-series.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { inboxReader } from './inbox-reader.ts';
import { NotificationKindEnum } from './vocabulary.ts';

const isOfSeries = (kind: NotificationKind) => kind === 'MEETING_AHEAD' || kind === 'MEETING_DATE_CHANGED';

const MeetingNotification = builder.objectRef<NotificationView>('MeetingNotification').implement({
  description:
    "An entry of the caller's inbox that is about a meeting. It is there while the decision is theirs to see to, until the meeting ahead begins, or until something else is said of its date.",
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
      description:
        'Whether it still waits: a decision until it is said to be done, a meeting until it begins, that one is at another time until it is read.',
    }),
    decision: t.field({
      type: MeetingDecision,
      nullable: true,
      description: 'What a meeting decided that the member sees to; null when it is about a meeting ahead or its date.',
      resolve: ({ kind, subjectId }, _args, { loaders }) =>
        isOfSeries(kind) ? null : loaders.decision.load(subjectId),
    }),
    series: t.field({
      type: MeetingSeries,
      nullable: true,
      description: 'The series whose meeting is ahead, or at another time; null when it is about a decision.',
      resolve: async ({ kind, subjectId }, _args, { loaders }) => {
        if (!isOfSeries(kind)) return null;
        if (kind === 'MEETING_AHEAD') return loaders.series.load(subjectId);
        const change = await loaders.dateChange.load(subjectId);
        return change && loaders.series.load(change.seriesId);
      },
    }),
    meetsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the meeting begins; null when it was called off, and when it is about a decision.',
      resolve: ({ kind, dueAt }) => (isOfSeries(kind) ? dueAt : null),
    }),
    metAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Of a meeting that is at another time, when it was to begin before; null when it had been called off, and of everything else.',
      resolve: async ({ kind, subjectId }, _args, { loaders }) =>
        kind === 'MEETING_DATE_CHANGED' ? ((await loaders.dateChange.load(subjectId))?.wasAt ?? null) : null,
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
      "What of the caller's inbox is about meetings, at most 100; `inboxCount` counts it too, and says how much it is. For members. Depends on the viewer.",
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
