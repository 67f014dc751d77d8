/** The days of a year as a calendar's form shows them. Pure, for tests. */
import type { SpecialDay } from './calendar-documents.ts';

const DAY_MS = 86_400_000;

/** How a day looks at a glance. */
export type DayLook = 'open' | 'closed' | 'holiday' | 'makeUp' | 'ownOpen' | 'ownClosed';

export interface YearDay {
  day: string;
  look: DayLook;
}

export interface YearMonth {
  month: number;
  /** How many places of the first week lie before the first day; Monday is the first. */
  before: number;
  days: YearDay[];
}

const text = (at: number) => new Date(at).toISOString().slice(0, 10);
const isoWeekday = (day: string) => ((new Date(day).getUTCDay() + 6) % 7) + 1;

function lookOf(special: SpecialDay | undefined, open: boolean): DayLook {
  switch (special?.kind) {
    case 'PUBLIC_HOLIDAY':
      return 'holiday';
    case 'MAKE_UP':
      return 'makeUp';
    case 'OWN_DAY':
      return special.spans.length > 0 ? 'ownOpen' : 'ownClosed';
    default:
      return open ? 'open' : 'closed';
  }
}

/** The months of a year, from its special days and the weekdays that are open. */
export function monthsOf(year: number, special: readonly SpecialDay[], openWeekdays: readonly number[]): YearMonth[] {
  const known = new Map(special.map((day) => [day.day, day]));
  return Array.from({ length: 12 }, (_, i) => {
    const first = Date.UTC(year, i, 1);
    const count = new Date(Date.UTC(year, i + 1, 0)).getUTCDate();
    const days = Array.from({ length: count }, (_day, n) => {
      const day = text(first + n * DAY_MS);
      return { day, look: lookOf(known.get(day), openWeekdays.includes(isoWeekday(day))) };
    });
    return { month: i + 1, before: isoWeekday(text(first)) - 1, days };
  });
}

/** Days that follow each other and are alike. */
export interface DayRun extends SpecialDay {
  last: string;
  count: number;
}

/** Special days as runs: the seven of a holiday are one. */
export function runsOf(days: readonly SpecialDay[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && Date.parse(day.day) - Date.parse(run.last) === DAY_MS && alike(run, day)) {
      run.last = day.day;
      run.count += 1;
    } else {
      runs.push({ ...day, last: day.day, count: 1 });
    }
  }
  return runs;
}

function alike(one: SpecialDay, other: SpecialDay): boolean {
  const hours = ({ spans }: SpecialDay) => spans.map(({ from, to }) => `${from}-${to}`).join();
  return one.kind === other.kind && one.nameZh === other.nameZh && hours(one) === hours(other);
}
