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

/** The next beginning after this moment; an hour that summer time skips is met at the one after it. */
export function nextMeetingAt({ weekday, startsAt, timeZone }: MeetingRhythm, now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const time = Temporal.PlainTime.from({ hour: Math.floor(startsAt / 60), minute: startsAt % 60 });
  const days = (weekday - here.dayOfWeek + 7) % 7;
  for (const ahead of [days, days + 7]) {
    const at = here.toPlainDate().add({ days: ahead }).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    if (at > now.getTime()) return new Date(at);
  }
  throw new Error('a week has every weekday');
}

/** Once a week, on the weekday and at the half hour of this moment. */
export function weeklySince(moment: Date, timeZone: string): MeetingRhythm {
  const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
  const startsAt = Math.floor((there.hour * 60 + there.minute) / 30) * 30;
  return { weekday: there.dayOfWeek, startsAt, timeZone };
}

const HOUR_MS = 3_600_000;
/** A meeting that began so long before its time is the one of that time. */
const EARLY_MS = 12 * HOUR_MS;
/** A meeting that nobody began is waited for so long. */
const LATE_MS = HOUR_MS;

/** When the series meets next, as one waits for it: not before who is late has begun, nor again once they have. */
export function upcomingMeetingAt(rhythm: MeetingRhythm, now: Date, lastStartedAt: Date | null): Date {
  const first = nextMeetingAt(rhythm, new Date(now.getTime() - LATE_MS));
  const isHeld = lastStartedAt !== null && lastStartedAt.getTime() > first.getTime() - EARLY_MS;
  return isHeld ? nextMeetingAt(rhythm, first) : first;
}

/** From when on those who belong to the series are reminded of a meeting at this time; null: never. */
export function remindedFrom(at: Date, remindMinutes: number): Date | null {
  return remindMinutes === 0 ? null : new Date(at.getTime() - remindMinutes * 60_000);
}
