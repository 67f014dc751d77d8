/** Time zones: how far a zone's clocks are from UTC, and when that changes. */
import { Temporal } from 'temporal-polyfill';

/** A stretch of instants in which a zone's clocks run evenly. Milliseconds; local time is the instant plus the offset. */
export interface Stretch {
  from: number;
  to: number;
  offset: number;
}

/** Whether this is the name of a zone in the IANA database. A bare offset is none: it knows no summer time. */
export function isTimeZone(id: string): boolean {
  if (!/^[A-Za-z]/.test(id)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How far ahead of UTC the clocks of the zone are at this instant, in milliseconds. */
export function offsetAt(timeZone: string, instant: number): number {
  return zoned(timeZone, instant).offsetNanoseconds / 1_000_000;
}

/** The stretches that make up [from, to), in order. */
export function stretchesOf(timeZone: string, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = zoned(timeZone, from);
  while (start.epochMilliseconds < to) {
    const next = start.getTimeZoneTransition('next');
    const end = Math.min(to, next?.epochMilliseconds ?? to);
    stretches.push({ from: start.epochMilliseconds, to: end, offset: start.offsetNanoseconds / 1_000_000 });
    start = zoned(timeZone, end);
  }
  return stretches;
}

function zoned(timeZone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}
