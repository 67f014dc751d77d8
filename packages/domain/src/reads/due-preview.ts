/** What a clock would come to, and why: for those who set calendars and limits (docs/SPEC.md, CAL19–CAL23). */
import { dayKind, hoursOf } from '../rules/calendar.ts';
import type { CalendarPolicy, DayKind } from '../rules/calendar.ts';
import { DAY_MS, dayNumber, dayText } from '../rules/days.ts';
import { holidaysKnownThrough } from '../rules/holidays.ts';
import { addOpenTime, explainOpenTime, openSpansBetween, openTimeBetween } from '../rules/hours.ts';
import type { Hours, OpenSpan, Span } from '../rules/hours.ts';
import { offsetAt } from '../rules/zone.ts';

/** A day between start and due time: why it is as it is, and how much of it the clock used. */
export interface PreviewDay extends DayKind {
  day: string;
  spans: OpenSpan[];
}

/** A time in which the clock stands still; not before the clock starts. */
export interface Pause {
  from: Date;
  to: Date;
}

export interface DuePreview {
  dueAt: Date;
  /** Empty for a clock that runs around the clock. */
  days: PreviewDay[];
  /** The last year whose public holidays are known; null without holidays. */
  holidaysKnownThrough: number | null;
}

/** The longest way that is explained day by day; later days are not listed. */
export const MAX_PREVIEW_DAYS = 400;

/**
 * When so much open time has passed since `from`, and what each day until then gave to it. Throws `NoOpenTimeError`
 * when the calendar has not so much within the horizon.
 *
 * @param calendar null: the clock runs always.
 */
export function previewDue(
  calendar: CalendarPolicy | null,
  from: Date,
  minutes: number,
  pause: Pause | null = null,
): DuePreview {
  const hours = calendar === null ? null : hoursOf(null, calendar);
  const { dueAt, spans } = reach(hours, from, minutes * 60_000, pause);
  if (calendar === null) return { dueAt, days: [], holidaysKnownThrough: null };
  const used = byDay(spans);
  const [first, last] = [localDay(calendar, from), localDay(calendar, dueAt)];
  const count = Math.min(last - first + 1, MAX_PREVIEW_DAYS);
  const days = Array.from({ length: count }, (_, i) => {
    const day = dayText(first + i);
    return { day, ...dayKind(calendar, day), spans: used.get(day) ?? [] };
  });
  return { dueAt, days, holidaysKnownThrough: knownThrough(calendar) };
}

/** A day that is not like others of its weekday. */
export interface SpecialDay extends DayKind {
  day: string;
  /** The hours that it has; none: it is closed. */
  hours: readonly Span[];
}

/** The days of a year that are not like others of their weekday: holidays, weekends that are worked, the calendar's own. */
export function specialDays(
  calendar: CalendarPolicy,
  year: number,
): { days: SpecialDay[]; holidaysKnownThrough: number | null } {
  const hours = hoursOf(null, calendar);
  const first = dayNumber(`${year}-01-01`);
  const count = dayNumber(`${year}-12-31`) - first + 1;
  const days = Array.from({ length: count }, (_, i) => dayText(first + i))
    .map((day) => ({ day, ...dayKind(calendar, day), hours: hours.spansOn(day) }))
    .filter(({ kind }) => kind !== 'WEEKDAY' && kind !== 'CLOSED');
  return { days, holidaysKnownThrough: knownThrough(calendar) };
}

function reach(hours: Hours | null, from: Date, ms: number, pause: Pause | null): { dueAt: Date; spans: OpenSpan[] } {
  const dueAt = addOpenTime(hours, from, ms);
  if (pause === null || dueAt <= pause.from) return { dueAt, spans: explainOpenTime(hours, from, ms) };
  // What is left goes on counting from the end of the pause, as a resumed clock does.
  const left = ms - openTimeBetween(hours, from, pause.from);
  return {
    dueAt: addOpenTime(hours, pause.to, left),
    spans: [...openSpansBetween(hours, from, pause.from), ...explainOpenTime(hours, pause.to, left)],
  };
}

function byDay(spans: readonly OpenSpan[]): Map<string, OpenSpan[]> {
  const found = new Map<string, OpenSpan[]>();
  for (const span of spans) found.set(span.day, [...(found.get(span.day) ?? []), span]);
  return found;
}

function knownThrough({ holidays }: CalendarPolicy): number | null {
  return holidays === null ? null : holidaysKnownThrough(holidays);
}

/** The number of the local day that a moment lies in. */
function localDay({ timeZone }: CalendarPolicy, at: Date): number {
  return Math.floor((at.getTime() + offsetAt(timeZone, at.getTime())) / DAY_MS);
}
