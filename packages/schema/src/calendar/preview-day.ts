/** The days on a clock's way: why each has the hours it has, and what the clock used of it. */
import type { PreviewDay as PreviewDaySource } from '@redress/domain/reads/due-preview';
import type { OpenSpan } from '@redress/domain/rules/hours';
import { builder } from '../builder.ts';

export const DayKind = builder.enumType('CalendarDayKind', {
  description: 'Why a day has the hours it has.',
  values: {
    WEEKDAY: { description: 'A day of the ordinary week.' },
    CLOSED: { description: 'A weekday without hours.' },
    PUBLIC_HOLIDAY: { description: 'A public holiday.' },
    MAKE_UP: { description: 'A weekend that is worked instead of another day (调休).' },
    OWN_DAY: { description: 'A day of the calendar’s own list.' },
  },
});

const OpenSpanType = builder.objectRef<OpenSpan>('OpenSpan').implement({
  description: 'Open time that a clock used.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'From when.' }),
    to: t.expose('to', { type: 'DateTime', description: 'Until when.' }),
    minutes: t.float({ description: 'How much that was, in minutes.', resolve: ({ ms }) => ms / 60_000 }),
  }),
});

export const PreviewDay = builder.objectRef<PreviewDaySource>('CalendarPreviewDay').implement({
  description: 'A day between the start of a clock and its due time.',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'Which day of the calendar’s zone, `YYYY-MM-DD`.' }),
    kind: t.expose('kind', { type: DayKind, description: 'Why it is as it is.' }),
    nameZh: t.exposeString('nameZh', {
      nullable: true,
      description: 'What the day is called in Chinese; null for one of the ordinary week.',
    }),
    nameEn: t.exposeString('nameEn', {
      nullable: true,
      description: 'What the day is called in English; null for one of the ordinary week.',
    }),
    spans: t.expose('spans', { type: [OpenSpanType], description: 'What the clock used of it; none: it was closed.' }),
  }),
});
