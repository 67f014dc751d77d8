/** What a clock would come to in a calendar: asked before a calendar is saved, and by whoever wonders why. */
import { MAX_PREVIEW_DAYS, previewDue } from '@redress/domain/reads/due-preview';
import type { DuePreview, PreviewDay } from '@redress/domain/reads/due-preview';
import { policyValue } from '@redress/domain/reads/policy-values';
import { CALENDAR_SHAPE } from '@redress/domain/rules/calendar';
import type { CalendarPolicy as CalendarValue } from '@redress/domain/rules/calendar';
import { NoOpenTimeError } from '@redress/domain/rules/hours';
import type { OpenSpan } from '@redress/domain/rules/hours';
import { z } from 'zod';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { issuesOf } from '../mutation/input.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { CalendarPolicyInput, calendarValue } from './calendar-policy.ts';

const DayKind = builder.enumType('CalendarDayKind', {
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

const PreviewDayType = builder.objectRef<PreviewDay>('CalendarPreviewDay').implement({
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

type PreviewSource = DuePreview & { __typename: 'CalendarPreview' };

const Preview = builder.objectRef<PreviewSource>('CalendarPreview').implement({
  description: 'When a clock would be due in a calendar, and why.',
  fields: (t) => ({
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When its allowance would be used up.' }),
    days: t.expose('days', {
      type: [PreviewDayType],
      description: `Every day from the start to the due time, at most ${MAX_PREVIEW_DAYS}.`,
    }),
    holidaysKnownThrough: t.exposeInt('holidaysKnownThrough', {
      nullable: true,
      description:
        'The last year whose public holidays have been announced; later ones count as ordinary days until then. Null when they follow from rules, or there are none.',
    }),
  }),
});

const PreviewResult = resultUnion('calendarPreview', Preview, ['InvalidInputError']);

/** A working year of a calendar that is open all day. */
const LONGEST_MINUTES = 525_600;

const PreviewInput = builder.inputType('CalendarPreviewInput', {
  description: 'A clock to try in a calendar: one that is saved, or a draft.',
  fields: (t) => ({
    code: t.string({ description: 'The code of a saved calendar; null with `calendar`.' }),
    calendar: t.field({ type: CalendarPolicyInput, description: 'A draft; null with `code`.' }),
    from: t.field({ type: 'DateTime', required: true, description: 'When the clock would start.' }),
    minutes: t.int({
      required: true,
      description: `Its allowance in minutes of open time, 1 to ${LONGEST_MINUTES}.`,
    }),
  }),
});

const MINUTES = z.object({
  minutes: z.number().min(1, 'minutesOutOfBounds').max(LONGEST_MINUTES, 'minutesOutOfBounds'),
});

builder.queryField('calendarPreview', (t) =>
  t.field({
    type: PreviewResult,
    description: 'When a clock that starts at a moment would be due in a calendar, and why. For members and tokens.',
    args: { input: t.arg({ type: PreviewInput, required: true, description: 'What is tried.' }) },
    resolve: (_root, { input }, ctx): PreviewSource | AnyUserError => {
      requirePrincipal(ctx);
      const minutes = MINUTES.safeParse(input);
      if (!minutes.success) return invalidInput(issuesOf(minutes.error), ctx);
      const calendar = calendarOf(input, ctx);
      if ('__typename' in calendar) return calendar;
      try {
        return { __typename: 'CalendarPreview', ...previewDue(calendar.value, input.from, input.minutes) };
      } catch (error) {
        if (!(error instanceof NoOpenTimeError)) throw error;
        return invalidInput([{ path: ['minutes'], key: 'notEnoughOpenTime' }], ctx);
      }
    },
  }),
);

type Input = typeof PreviewInput.$inferInput;

/** The calendar that is tried: exactly one of the two ways of naming it. */
function calendarOf({ code, calendar }: Input, ctx: SchemaContext): { value: CalendarValue } | AnyUserError {
  if ((code == null) === (calendar == null)) return invalidInput([{ path: ['code'], key: 'codeOrCalendar' }], ctx);
  if (calendar != null) {
    const draft = z.object({ calendar: CALENDAR_SHAPE }).safeParse({ calendar: calendarValue(calendar) });
    return draft.success ? { value: draft.data.calendar } : invalidInput(issuesOf(draft.error), ctx);
  }
  const value = policyValue(ctx.directory, 'calendar', code!);
  return value === null ? invalidInput([{ path: ['code'], key: 'unknownCalendar' }], ctx) : { value };
}
