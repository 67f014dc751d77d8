/** When a series meets: once a week, on the clock of its place. */
import { Temporal } from 'temporal-polyfill';

export interface MeetingRhythm {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  /** Minutes after midnight. */
  startsAt: number;
  /** Name of the IANA database. */
  timeZone: string;
}

/** Once a week, on the weekday and at the half hour of this moment. */
export function weeklySince(moment: Date, timeZone: string): MeetingRhythm {
  const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
  const startsAt = Math.floor((there.hour * 60 + there.minute) / 30) * 30;
  return { weekday: there.dayOfWeek, startsAt, timeZone };
}

const HOUR_MS = 3_600_000;
/** A meeting that began so long before its time is the one of that time. */
export const EARLY_MS = 12 * HOUR_MS;
/** A meeting that nobody began is waited for so long. */
export const LATE_MS = HOUR_MS;

/** What a series says of when it meets; all null without a rhythm. */
interface RhythmColumns {
  weekday: number | null;
  startsAt: number | null;
  timeZone: string | null;
}

/** The rhythm of a series; null without one. */
export function rhythmOf({ weekday, startsAt, timeZone }: RhythmColumns): MeetingRhythm | null {
  return weekday === null || startsAt === null || timeZone === null ? null : { weekday, startsAt, timeZone };
}

/** From when on those who belong to the series are reminded of a meeting at this time; null: never. */
export function remindedFrom(at: Date, remindMinutes: number): Date | null {
  return remindMinutes === 0 ? null : new Date(at.getTime() - remindMinutes * 60_000);
}
