/** The days that a recurrence rule of iCalendar names (RFC 5545, 3.3.10), for events that last whole days. */
import { RRuleTemporal } from 'rrule-temporal';
import { DAY_MS, dayText } from './days.ts';

/** A rule as jCal has it (RFC 7265, 3.6.10): parts in lower case, a single value or several. */
export type RuleParts = Record<string, unknown>;

export type RuleDays = { ok: true; days: number[] } | { ok: false; problem: 'tooFine' | 'unreadable' };

const TOO_FINE = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);
/** Times of day mean nothing where whole days recur; left in, they would only multiply the work. */
const KEPT = ['interval', 'count', 'bymonth', 'byweekno', 'byyearday', 'bymonthday', 'byday', 'bysetpos'];
const UNDERSTOOD = new Set([...KEPT, 'freq', 'until', 'wkst', 'byhour', 'byminute', 'bysecond']);
/** A rule that says more than this was not written by a calendar. */
const MAX_LENGTH = 500;
/** How many periods (days, weeks, months, years) of a rule are looked at, and how many days in them. */
const MAX_PERIODS = 2_500;
const MAX_CANDIDATES = 100_000;

/**
 * The days from `from` to `to`, both in, on which something recurs that happened first on `start`. Days are numbers. The
 * work is bounded whatever the rule says: one that would take more counts as unreadable.
 */
export function daysOfRule(parts: RuleParts, start: number, from: number, to: number): RuleDays {
  const { freq } = parts;
  if (typeof freq !== 'string') return { ok: false, problem: 'unreadable' };
  if (TOO_FINE.has(freq)) return { ok: false, problem: 'tooFine' };
  // A part that is not understood (another calendar's months, say) would give other days than were meant.
  if (Object.keys(parts).some((part) => !UNDERSTOOD.has(part))) return { ok: false, problem: 'unreadable' };
  const rule = textOf(freq, parts);
  if (rule.length > MAX_LENGTH) return { ok: false, problem: 'unreadable' };
  const first = parts.count === undefined ? forward(freq, Number(parts.interval ?? 1), start, from) : start;
  try {
    const recurrence = new RRuleTemporal({
      rruleString: `DTSTART;VALUE=DATE:${compact(dayText(first))}\nRRULE:${rule}`,
      maxIterations: MAX_PERIODS,
      maxCandidateEvaluations: MAX_CANDIDATES,
    });
    const moments = recurrence.between(new Date(from * DAY_MS), new Date(to * DAY_MS), true);
    return { ok: true, days: moments.map(({ epochMilliseconds }) => Math.floor(epochMilliseconds / DAY_MS)) };
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}

function textOf(freq: string, parts: RuleParts): string {
  const kept = KEPT.flatMap((part) => {
    const values = new Set([parts[part]].flat().filter((value) => ['string', 'number'].includes(typeof value)));
    return values.size > 0 ? [`${part.toUpperCase()}=${[...values].join()}`] : [];
  });
  // Calendars write the last moment where the standard wants the last day.
  const until = typeof parts.until === 'string' ? [`UNTIL=${compact(parts.until.slice(0, 10))}`] : [];
  const weekStart = typeof parts.wkst === 'number' ? [`WKST=${WEEKDAYS_FROM_SUNDAY[parts.wkst - 1]}`] : [];
  return [`FREQ=${freq}`, ...kept, ...until, ...weekStart].join(';');
}

const WEEKDAYS_FROM_SUNDAY = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A later start that gives the same days from `from` on, so that what recurs daily since long ago costs no more. */
function forward(freq: string, interval: number, start: number, from: number): number {
  const step = interval * (freq === 'DAILY' ? 1 : freq === 'WEEKLY' ? 7 : 0);
  return step > 0 && start < from ? start + Math.floor((from - start) / step) * step : start;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}
