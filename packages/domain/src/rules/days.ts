/** Days of the civil calendar, written '2026-11-22' and counted from 1970-01-01. They belong to no time zone. */

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** Whether this text is a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayText(dayNumber(text)) === text;
}

/** The number of this day; 1970-01-01 is 0. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** The day with this number, of the years 0 to 9999. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** ISO: Monday is 1, Sunday is 7. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The weekday of the day with this number. */
export function weekdayOf(number: number): Weekday {
  // Day 0 was a Thursday.
  return WEEKDAYS[(((number + 3) % 7) + 7) % 7]!;
}
