/** Series of meetings: what is kept between one and the next. */
import { listSeries } from '@redress/domain/reads/meetings';
import type { SeriesView } from '@redress/domain/reads/meetings';
import { runsMeetings } from '@redress/domain/rules/meeting';
import { nextMeetingAt } from '@redress/domain/rules/meeting-rhythm';
import type { MeetingRhythm as Rhythm } from '@redress/domain/rules/meeting-rhythm';
import { scopeOf } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { encodeId } from '../ids.ts';
import { masks, maskedLine } from '../masked-text.ts';
import { maskText } from '@redress/domain/rules/mask';
import { Member } from '../member/member.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';

const MeetingRhythm = builder.objectRef<Rhythm>('MeetingRhythm').implement({
  description: 'When a series meets: once a week.',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: 'The day: 1 for Monday to 7 for Sunday.' }),
    startsAt: t.exposeInt('startsAt', { description: 'The time of day, in minutes after midnight.' }),
    timeZone: t.exposeString('timeZone', { description: 'On whose clock: a name of the IANA database.' }),
  }),
});

function rhythmOf({ weekday, startsAt, timeZone }: SeriesView): Rhythm | null {
  return weekday === null || startsAt === null || timeZone === null ? null : { weekday, startsAt, timeZone };
}

export const MeetingSeries = builder.objectRef<SeriesView>('MeetingSeries').implement({
  description: 'Meetings that recur: what they are for, who belongs to them, what is always on their agenda.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => encodeId('MeetingSeries', id) }),
    name: maskedLine(t, { description: 'What it is called.', text: ({ name }) => name, whose: () => null }),
    purpose: maskedLine(t, {
      description: 'What it is for; empty when nobody said.',
      text: ({ purpose }) => purpose,
      whose: () => null,
    }),
    members: t.field({
      type: [Member],
      description: 'Who should be there.',
      resolve: ({ memberIds }, _args, { directory }) => memberIds.flatMap((id) => directory.member(id) ?? []),
    }),
    standingItems: t.stringList({
      description: 'What is always on the agenda, in order.',
      extensions: masks,
      resolve: ({ standingItems }) => standingItems.map((item) => maskText(item)),
    }),
    itemMinutes: t.exposeInt('itemMinutes', { description: 'Minutes that are planned for an item.' }),
    rhythm: t.field({
      type: MeetingRhythm,
      nullable: true,
      description: 'When it meets; null: when somebody calls it.',
      resolve: rhythmOf,
    }),
    nextAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it meets next, by its rhythm; null without one.',
      resolve: (series, _args, { now }) => {
        const rhythm = rhythmOf(series);
        return rhythm && nextMeetingAt(rhythm, now());
      },
    }),
    viewerMayChange: t.boolean({
      description: 'Whether the caller changes it and starts its meetings. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (_series, _args, { principal }) => principal !== null && runsMeetings(principal),
    }),
  }),
});

builder.queryField('meetingSeries', (t) =>
  t.field({
    type: [MeetingSeries],
    description: 'Series that go on, by name: all for who sees every complaint, else those that the caller belongs to.',
    complexity: { field: 10, multiplier: 10 },
    resolve: async (_root, _args, ctx) => {
      const principal = requirePrincipal(ctx);
      if (principal.kind !== 'MEMBER') return [];
      const all = await listSeries(ctx.db);
      return scopeOf(principal).seesAll ? all : all.filter(({ memberIds }) => memberIds.includes(principal.id));
    },
  }),
);
