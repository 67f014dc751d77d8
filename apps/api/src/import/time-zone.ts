/** From what a clock on a wall shows to the moment that it means, by the zone's rules in Node's own calendar data. */

export interface WallClock {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
}

const DAY_MS = 24 * 3_600_000;
/** Files repeat their dates; reading a zone's clock costs more than reading a row. */
const REMEMBERED = 1_000;
const moments = new Map<string, number>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether Node knows the zone, by its IANA name. */
export function isTimeZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment of a wall clock's time. The hour that comes twice when clocks go back means the first; one that does not
 * come when they go forward means the same time before the change.
 */
export function momentOfWallClock(wall: WallClock, zone: string): Date {
  const shown = asUtc(wall);
  const name = `${zone} ${shown}`;
  let moment = moments.get(name);
  if (moment === undefined) {
    // No offset changes by a day, so one of these two holds at the moment that is looked for.
    const [before, after] = [offsetAt(shown - DAY_MS, zone), offsetAt(shown + DAY_MS, zone)];
    const fits = [before, after].find((offset) => offsetAt(shown - offset, zone) === offset);
    moment = shown - (fits ?? before);
    if (moments.size >= REMEMBERED) moments.clear();
    moments.set(name, moment);
  }
  return new Date(moment);
}

/** The moment at which clocks in UTC show this time. */
export function asUtc({ year, month, day, hour, minute, second, milli }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, milli);
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const shown = Object.fromEntries(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const seconds = Math.floor(moment / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const digits = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    clock = new Intl.DateTimeFormat('en-US', { ...digits, timeZone: zone, hourCycle: 'h23', calendar: 'iso8601' });
    clocks.set(zone, clock);
  }
  return clock;
}
