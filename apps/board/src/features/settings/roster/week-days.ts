/** A week as the clocks of a zone show it: which turns fall on which of its days. Pure, for tests. */

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const WEEK_DAYS = 7;

export interface LocalTime {
  /** `2026-11-23` */
  day: string;
  /** 1 is Monday. */
  weekday: number;
  /** Since midnight. */
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of the zone show at this instant. */
export function localTime(at: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23', timeZone });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  return {
    day,
    weekday: ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK_DAYS) + 1,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/** When the week of this instant began in the zone: its Monday, at midnight. */
export function weekStart(at: number, timeZone: string): number {
  const { weekday, minute } = localTime(at, timeZone);
  const whole = Math.floor(at / MINUTE) * MINUTE;
  const guess = whole - ((weekday - 1) * DAY_MINUTES + minute) * MINUTE;
  // A change of summer time since then moved the clocks.
  const shown = localTime(guess, timeZone);
  const ahead = shown.weekday === 1 ? shown.minute : shown.minute - DAY_MINUTES;
  return guess - ahead * MINUTE;
}

export interface Piece<T> {
  /** Minutes since midnight, as the clocks show. */
  from: number;
  to: number;
  turn: T;
}

export interface DayOfWeek<T> {
  day: string;
  weekday: number;
  pieces: Piece<T>[];
}

/** The turns cut at the midnights of the zone, day by day. */
export function daysOf<T extends { from: string; to: string }>(turns: readonly T[], timeZone: string): DayOfWeek<T>[] {
  const days = new Map<string, DayOfWeek<T>>();
  for (const turn of turns) {
    const end = Date.parse(turn.to);
    let at = Date.parse(turn.from);
    while (at < end) {
      const { day, weekday, minute } = localTime(at, timeZone);
      const next = Math.min(end, at + Math.max(1, DAY_MINUTES - minute) * MINUTE);
      const shown = localTime(next, timeZone);
      const entry = days.get(day) ?? { day, weekday, pieces: [] };
      entry.pieces.push({ from: minute, to: shown.day === day ? shown.minute : DAY_MINUTES, turn });
      days.set(day, entry);
      at = next;
    }
  }
  return [...days.values()];
}
