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
