/**
 * Working calendars (docs/SPEC.md, CAL8–CAL12): weekly hours, public holidays, weekends that are worked instead (调休)
 * and a department's own days, in one time zone.
 */
import { z } from 'zod';
import { dayNumber, isDay, WEEKDAYS, weekdayOf } from './days.ts';
import type { Weekday } from './days.ts';
import { isHolidayPlace, publicDay } from './holidays.ts';
import type { Hours, Span } from './hours.ts';
import { SPANS_SHAPE, spansOf } from './span-text.ts';
import type { SpanText } from './span-text.ts';
import { isTimeZone } from './zone.ts';

/** A day that is as nobody would expect: closed without spans, open in them otherwise. It wins over everything. */
export interface OwnDay {
  day: string;
  spans: SpanText[];
  name: string;
}

/** The value of a policy of kind `calendar`. */
export interface CalendarPolicy {
  nameZh: string;
  nameEn: string;
  /** IANA name. */
  timeZone: string;
  /** By ISO weekday; Monday is '1'. */
  week: Record<`${Weekday}`, SpanText[]>;
  /** Whose public holidays are free: 'CN', 'DE', 'DE-BY', 'US' …; null: nobody's. */
  holidays: string | null;
  /** The hours of a weekend that is worked instead; null: those of Monday. */
  makeUp: SpanText[] | null;
  days: OwnDay[];
}

export const MAX_OWN_DAYS = 2_000;
const NAME_LENGTH = 100;

/** A text in one line that PostgreSQL can store. */
const name = z
  .string('invalid')
  .trim()
  .min(1, 'required')
  .max(NAME_LENGTH, 'tooLong')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'invalid');

const week = z
  .strictObject(
    {
      '1': SPANS_SHAPE,
      '2': SPANS_SHAPE,
      '3': SPANS_SHAPE,
      '4': SPANS_SHAPE,
      '5': SPANS_SHAPE,
      '6': SPANS_SHAPE,
      '7': SPANS_SHAPE,
    },
    'invalid',
  )
  .refine((days) => Object.values(days).some((spans) => spans.length > 0), 'noOpenTime');

const ownDay = z.strictObject(
  { day: z.string('invalid').refine(isDay, 'malformedDay'), spans: SPANS_SHAPE, name },
  'invalid',
);

/** The messages are keys of the contract's catalogue. A calendar that never opens is refused at its week. */
export const CALENDAR_SHAPE: z.ZodType<CalendarPolicy> = z.strictObject(
  {
    nameZh: name,
    nameEn: name,
    timeZone: z.string('invalid').refine(isTimeZone, 'unknownTimeZone'),
    week,
    holidays: z.string('invalid').refine(isHolidayPlace, 'unknownHolidays').nullable(),
    makeUp: SPANS_SHAPE.nullable(),
    days: z
      .array(ownDay, 'invalid')
      .max(MAX_OWN_DAYS, 'tooManyDays')
      .superRefine((days, context) => {
        const seen = new Set<string>();
        for (const [i, { day }] of days.entries()) {
          if (seen.has(day)) context.addIssue({ code: 'custom', path: [i, 'day'], message: 'dayTwice' });
          seen.add(day);
        }
      }),
  },
  'invalid',
);

/** Why a day has the hours it has. */
export interface DayKind {
  kind: 'WEEKDAY' | 'CLOSED' | 'PUBLIC_HOLIDAY' | 'MAKE_UP' | 'OWN_DAY';
  /** Null for the days of an ordinary week. */
  nameZh: string | null;
  nameEn: string | null;
}

/** Why a day ('2026-11-22') is as it is. CLOSED is a weekday without hours. */
export function dayKind(calendar: CalendarPolicy, day: string): DayKind {
  const { kind, nameZh, nameEn } = readDay(tableOf(calendar), day);
  return { kind, nameZh, nameEn };
}

/**
 * The hours of a calendar.
 *
 * @param id names this version of the calendar, and no other one ever: the hours are kept by it. Null for a draft, whose
 *   hours nobody asks for again.
 */
export function hoursOf(id: string | null, calendar: CalendarPolicy): Hours {
  const kept = id === null ? undefined : versions.get(id);
  if (kept !== undefined) return kept;
  const table = tableOf(calendar);
  const hours: Hours = {
    id: id ?? 'draft',
    timeZone: calendar.timeZone,
    spansOn: (day) => readDay(table, day).spans,
  };
  if (id !== null) keep(id, hours);
  return hours;
}

const MAX_VERSIONS = 1_000;
const versions = new Map<string, Hours>();

function keep(id: string, hours: Hours): void {
  const oldest = versions.keys().next();
  if (versions.size >= MAX_VERSIONS && !oldest.done) versions.delete(oldest.value);
  versions.set(id, hours);
}

/** A calendar with its texts read. */
interface Table {
  /** From Monday on. */
  week: readonly Span[][];
  makeUp: readonly Span[];
  holidays: string | null;
  days: ReadonlyMap<string, { name: string; spans: readonly Span[] }>;
}

const tables = new WeakMap<CalendarPolicy, Table>();

function tableOf(calendar: CalendarPolicy): Table {
  let table = tables.get(calendar);
  if (table === undefined) {
    table = {
      week: WEEKDAYS.map((weekday) => spansOf(calendar.week[`${weekday}`])),
      makeUp: spansOf(calendar.makeUp ?? calendar.week['1']),
      holidays: calendar.holidays,
      days: new Map(calendar.days.map((own) => [own.day, { name: own.name, spans: spansOf(own.spans) }])),
    };
    tables.set(calendar, table);
  }
  return table;
}

function readDay(table: Table, day: string): DayKind & { spans: readonly Span[] } {
  const own = table.days.get(day);
  if (own !== undefined) return { kind: 'OWN_DAY', nameZh: own.name, nameEn: own.name, spans: own.spans };
  const spans = table.week[weekdayOf(dayNumber(day)) - 1]!;
  const special = table.holidays === null ? null : publicDay(table.holidays, day);
  if (special === null) return { kind: spans.length > 0 ? 'WEEKDAY' : 'CLOSED', nameZh: null, nameEn: null, spans };
  const { kind, nameZh, nameEn, freeFrom } = special;
  return { kind, nameZh, nameEn, spans: kind === 'MAKE_UP' ? table.makeUp : until(spans, freeFrom) };
}

/** What is left of the spans when the day ends at this minute. */
function until(spans: readonly Span[], minute: number): Span[] {
  return spans.filter(({ from }) => from < minute).map(({ from, to }) => ({ from, to: Math.min(to, minute) }));
}
