/** What a clock would come to in a calendar, and why: for those who set calendars (docs/SPEC.md, CAL19–CAL20). */
import { dayKind, hoursOf } from '../rules/calendar.ts';
import type { CalendarPolicy, DayKind } from '../rules/calendar.ts';
import { DAY_MS, dayText } from '../rules/days.ts';
import { holidaysKnownThrough } from '../rules/holidays.ts';
import { addOpenTime, explainOpenTime } from '../rules/hours.ts';
import type { OpenSpan } from '../rules/hours.ts';
import { offsetAt } from '../rules/zone.ts';

/** A day between start and due time: why it is as it is, and how much of it the clock used. */
export interface PreviewDay extends DayKind {
  day: string;
  spans: OpenSpan[];
}

export interface DuePreview {
  dueAt: Date;
  days: PreviewDay[];
  /** The last year whose public holidays are known; null without holidays. */
  holidaysKnownThrough: number | null;
}

/** The longest way that is explained day by day; later days are not listed. */
export const MAX_PREVIEW_DAYS = 400;

/**
 * When so much open time has passed since `from`, and what each day until then gave to it. Throws `NoOpenTimeError`
 * when the calendar has not so much within the horizon.
 */
export function previewDue(calendar: CalendarPolicy, from: Date, minutes: number): DuePreview {
  const hours = hoursOf(null, calendar);
  const ms = minutes * 60_000;
  const dueAt = addOpenTime(hours, from, ms);
  const used = byDay(explainOpenTime(hours, from, ms));
  const [first, last] = [localDay(calendar, from), localDay(calendar, dueAt)];
  const count = Math.min(last - first + 1, MAX_PREVIEW_DAYS);
  const days = Array.from({ length: count }, (_, i) => {
    const day = dayText(first + i);
    return { day, ...dayKind(calendar, day), spans: used.get(day) ?? [] };
  });
  const known = calendar.holidays === null ? null : holidaysKnownThrough(calendar.holidays);
  return { dueAt, days, holidaysKnownThrough: known };
}

function byDay(spans: readonly OpenSpan[]): Map<string, OpenSpan[]> {
  const found = new Map<string, OpenSpan[]>();
  for (const span of spans) found.set(span.day, [...(found.get(span.day) ?? []), span]);
  return found;
}

/** The number of the local day that a moment lies in. */
function localDay({ timeZone }: CalendarPolicy, at: Date): number {
  return Math.floor((at.getTime() + offsetAt(timeZone, at.getTime())) / DAY_MS);
}
