/** Series of meetings: what is kept between one and the next. */
import { readAgendaFacts } from '@redress/domain/reads/meeting-agenda';
import { datedSeries, findSeries, listSeries, openTopics } from '@redress/domain/reads/meeting-series';
import type { SeriesView } from '@redress/domain/reads/meeting-series';
import { preparesSeries, runsMeetings } from '@redress/domain/rules/meeting';
import { AGENDA_AT_MOST, agendaOf } from '@redress/domain/rules/meeting-agenda';
import { datesAhead, nextDate } from '@redress/domain/rules/meeting-dates';
import { remindedFrom, rhythmOf } from '@redress/domain/rules/meeting-rhythm';
import type { MeetingRhythm as Rhythm } from '@redress/domain/rules/meeting-rhythm';
import { scopeOf } from '@redress/domain/rules/principal';
import type { Principal } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { decodeIdOf, encodeId } from '../ids.ts';
import { masks, maskedLine } from '../masked-text.ts';
import { maskText } from '@redress/domain/rules/mask';
import { Member } from '../member/member.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { MeetingAgendaEntry } from './meeting-agenda-entry.ts';
import { MeetingDate } from './meeting-date.ts';
import { MeetingTopic } from './meeting-topic.ts';

const MeetingRhythm = builder.objectRef<Rhythm>('MeetingRhythm').implement({
  description: 'When a series meets: once a week.',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: 'The day: 1 for Monday to 7 for Sunday.' }),
    startsAt: t.exposeInt('startsAt', { description: 'The time of day, in minutes after midnight.' }),
    timeZone: t.exposeString('timeZone', { description: 'On whose clock: a name of the IANA database.' }),
  }),
});

/** When the series meets next, as one waits for it; null without a rhythm, and once it was ended. */
function nextAtOf(view: SeriesView, now: Date): Date | null {
  const series = datedSeries(view);
  return series && nextDate(series, now).at;
}

export const MeetingSeries = builder.objectRef<SeriesView>('MeetingSeries').implement({
  description: 'Meetings that recur: what they are for, who belongs to them, what is always on their agenda.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ series }) => encodeId('MeetingSeries', series.id) }),
    revision: t.int({
      description: 'One more with each change; an edit may name the one that it was made on.',
      resolve: ({ series }) => series.revision,
    }),
    name: maskedLine(t, { description: 'What it is called.', text: ({ series }) => series.name, whose: () => null }),
    purpose: maskedLine(t, {
      description: 'What it is for; empty when nobody said.',
      text: ({ series }) => series.purpose,
      whose: () => null,
    }),
    members: t.field({
      type: [Member],
      description: 'Who should be there.',
      resolve: ({ series }, _args, { directory }) => series.memberIds.flatMap((id) => directory.member(id) ?? []),
    }),
    standingItems: t.stringList({
      description: 'What is always on the agenda, in order.',
      extensions: masks,
      resolve: ({ series }) => series.standingItems.map((item) => maskText(item)),
    }),
    itemMinutes: t.int({
      description: 'Minutes that are planned for an item.',
      resolve: ({ series }) => series.itemMinutes,
    }),
    rhythm: t.field({
      type: MeetingRhythm,
      nullable: true,
      description: 'When it meets; null: when somebody calls it.',
      resolve: ({ series }) => rhythmOf(series),
    }),
    nextAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When it meets next, by its rhythm and what was said about single dates: not the time of a meeting that has begun, but still that of one that is up to an hour late. Null without a rhythm.',
      resolve: (view, _args, { now }) => nextAtOf(view, now()),
    }),
    dates: t.field({
      type: [MeetingDate],
      description:
        'Its next six dates by its rhythm, in order, also those that were moved or called off; empty without a rhythm.',
      resolve: (view, _args, { now }) => {
        const series = datedSeries(view);
        return series === null ? [] : datesAhead(series, now());
      },
    }),
    remindMinutes: t.int({
      description: 'So many minutes before it meets, those who belong to it are reminded; 0: never.',
      resolve: ({ series }) => series.remindMinutes,
    }),
    remindedFrom: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From when on those who belong to it are reminded of the next meeting; null: never.',
      resolve: (view, _args, { now }) => {
        const at = nextAtOf(view, now());
        return at && remindedFrom(at, view.series.remindMinutes);
      },
    }),
    topics: t.field({
      type: [MeetingTopic],
      description: 'What the next meeting is asked to talk about, in the order in which it was asked; at most 30.',
      complexity: { field: 5, multiplier: 10 },
      resolve: ({ series }, _args, { db }) => openTopics(db, series.id),
    }),
    agenda: t.field({
      type: [MeetingAgendaEntry],
      description:
        'The complaints that a meeting would find on its agenda if it began now, of those in sight, without what it is asked for. In order, at most 30.',
      complexity: { field: 20, multiplier: 10 },
      resolve: async (_series, _args, { db, loaders, now }) => {
        const entries = agendaOf(await readAgendaFacts(db, now())).slice(0, AGENDA_AT_MOST);
        const complaints = await Promise.all(entries.map(({ complaintId }) => loaders.complaint.load(complaintId)));
        return entries.flatMap(({ reasons }, i) => (complaints[i] ? [{ complaint: complaints[i], reasons }] : []));
      },
    }),
    viewerMayChange: t.boolean({
      description: 'Whether the caller changes it and starts its meetings. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (_series, _args, { principal }) => principal !== null && runsMeetings(principal),
    }),
    viewerMayPrepare: t.boolean({
      description: 'Whether the caller asks its next meeting to talk about something. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: ({ series }, _args, { principal }) => principal !== null && preparesSeries(principal, series),
    }),
    viewerBelongs: t.boolean({
      description: 'Whether the caller should be at its meetings. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: ({ series }, _args, { principal }) =>
        principal?.kind === 'MEMBER' && series.memberIds.includes(principal.id),
    }),
  }),
});

/** Whether the principal sees the series: who sees every complaint, and who belongs to it. */
function seesSeries(principal: Principal, { series }: SeriesView): boolean {
  if (principal.kind !== 'MEMBER') return false;
  return scopeOf(principal).seesAll || series.memberIds.includes(principal.id);
}

builder.queryField('meetingSeries', (t) =>
  t.field({
    type: [MeetingSeries],
    description: 'Series that go on, by name: all for who sees every complaint, else those that the caller belongs to.',
    args: { id: t.arg.id({ description: 'Only this one.' }) },
    complexity: { field: 10, multiplier: 10 },
    resolve: async (_root, { id }, ctx) => {
      const principal = requirePrincipal(ctx);
      const uuid = id == null ? null : decodeIdOf('MeetingSeries', id);
      if (id != null && uuid === null) return [];
      const found = uuid === null ? await listSeries(ctx.db) : [await findSeries(ctx.db, uuid)];
      return found.filter(
        (one) => one !== null && one.series.archivedAt === null && seesSeries(principal, one),
      ) as SeriesView[];
    },
  }),
);
