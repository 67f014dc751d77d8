/**
 * Closing days out of an iCalendar text (docs/SPEC.md, CAL16–CAL18). Whatever the text holds, the work is bounded and
 * the answer is a value.
 */
import ICAL from 'ical.js';
import type { OwnDay } from './calendar.ts';
import { dayNumber, dayText } from './days.ts';
import { all, daysIn, isTimed, lengthOf, nameOf, value } from './jcal.ts';
import type { Component } from './jcal.ts';
import { daysOfRule } from './recurrence.ts';
import type { RuleParts } from './recurrence.ts';

/** Why an event gave no day. OUTSIDE_WINDOW has none in the window; MALFORMED can't be read, or not with bounded work. */
export const SKIP_REASONS = ['TIMED', 'CANCELLED', 'OUTSIDE_WINDOW', 'MALFORMED'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export type IcalendarProblem =
  | 'icalendarTooLarge'
  | 'notICalendar'
  | 'icalendarTooManyDays'
  | 'icalendarTooManyRules'
  | 'icalendarRuleTooFine'
  | 'windowEndsBeforeItBegins'
  | 'windowTooLong';

export type IcalendarResult =
  | {
      ok: true;
      /** In order, each day once, without spans. */
      days: OwnDay[];
      /** How many events gave no day; reasons that did not occur are left out. */
      skipped: { reason: SkipReason; count: number }[];
    }
  /** A key of the contract's catalogue. */
  | { ok: false; problem: IcalendarProblem };

export const MAX_ICALENDAR_BYTES = 512 * 1_024;
/** Days that events name, counted before those that coincide become one. */
export const MAX_ICALENDAR_DAYS = 2_000;
const MAX_RULES = 100;
const MAX_WINDOW_DAYS = 3 * 366;

/** Days, as numbers; both ends are in. */
interface Window {
  from: number;
  to: number;
}

/** Thrown inside, to leave the reading of a text that is refused as a whole. */
class Refused extends Error {
  readonly problem: IcalendarProblem;
  constructor(problem: IcalendarProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The days that whole-day events of an iCalendar text name between two days ('2026-01-01'), both in, at most three years
 * apart. They become closing days of a calendar.
 */
export function closingDaysOf(text: string, window: { from: string; to: string }): IcalendarResult {
  try {
    return read(text, windowOf(window));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function windowOf({ from, to }: { from: string; to: string }): Window {
  const window = { from: dayNumber(from), to: dayNumber(to) };
  if (!(window.from <= window.to)) throw new Refused('windowEndsBeforeItBegins');
  if (window.to - window.from >= MAX_WINDOW_DAYS) throw new Refused('windowTooLong');
  return window;
}

function read(text: string, window: Window): IcalendarResult {
  const events = parse(text).flatMap(([, , components]) => components.filter(([name]) => name === 'vevent'));
  const replaced = replacedDays(events);
  const names = new Map<number, string>();
  const skipped = new Map<SkipReason, number>();
  let [rules, found] = [0, 0];
  for (const event of events) {
    // Rules of timed events are never followed.
    if (daysIn(event, 'dtstart').length > 0) rules += all(event, 'rrule').length;
    if (rules > MAX_RULES) throw new Refused('icalendarTooManyRules');
    const days = daysOf(event, window, replaced);
    if (typeof days === 'string') {
      skipped.set(days, (skipped.get(days) ?? 0) + 1);
      continue;
    }
    found += days.length;
    if (found > MAX_ICALENDAR_DAYS) throw new Refused('icalendarTooManyDays');
    const name = nameOf(event);
    for (const day of days) if (!names.has(day)) names.set(day, name);
  }
  const inOrder = [...names].sort(([one], [other]) => one - other);
  return {
    ok: true,
    days: inOrder.map(([day, name]) => ({ day: dayText(day), spans: [], name })),
    skipped: [...skipped].map(([reason, count]) => ({ reason, count })),
  };
}

/** The calendars of the text. */
function parse(text: string): Component[] {
  const tooLarge = text.length > MAX_ICALENDAR_BYTES || new TextEncoder().encode(text).length > MAX_ICALENDAR_BYTES;
  if (tooLarge) throw new Refused('icalendarTooLarge');
  let parsed: Component | Component[];
  try {
    parsed = ICAL.parse(text.replace(/^\uFEFF/, '').trim()) as Component | Component[];
  } catch {
    throw new Refused('notICalendar');
  }
  const calendars = (isComponent(parsed) ? [parsed] : parsed).filter(([name]) => name === 'vcalendar');
  if (calendars.length === 0) throw new Refused('notICalendar');
  return calendars;
}

function isComponent(parsed: Component | Component[]): parsed is Component {
  return typeof parsed[0] === 'string';
}

/** The days of each recurring event that another event of the text stands for. */
function replacedDays(events: readonly Component[]): Map<unknown, Set<number>> {
  const replaced = new Map<unknown, Set<number>>();
  for (const event of events) {
    const day = daysIn(event, 'recurrence-id')[0];
    const uid = value(event, 'uid');
    if (day !== undefined) replaced.set(uid, (replaced.get(uid) ?? new Set()).add(day));
  }
  return replaced;
}

/** The days of an event within the window, or why there are none. */
function daysOf(event: Component, window: Window, replaced: Map<unknown, Set<number>>): number[] | SkipReason {
  if (value(event, 'status') === 'CANCELLED') return 'CANCELLED';
  const [start] = daysIn(event, 'dtstart');
  const length = lengthOf(event);
  if (start === undefined) return isTimed(event) ? 'TIMED' : 'MALFORMED';
  if (length === null) return 'MALFORMED';
  const beginnings = new Set([start, ...daysIn(event, 'rdate')]);
  for (const [, , , parts] of all(event, 'rrule')) {
    const rule = daysOfRule(parts as RuleParts, start, window.from - length + 1, window.to);
    if (rule.ok) for (const day of rule.days) beginnings.add(day);
    else if (rule.problem === 'tooFine') throw new Refused('icalendarRuleTooFine');
    else return 'MALFORMED';
  }
  for (const day of daysIn(event, 'exdate')) beginnings.delete(day);
  if (all(event, 'recurrence-id').length === 0)
    for (const day of replaced.get(value(event, 'uid')) ?? []) beginnings.delete(day);
  const days: number[] = [];
  for (const first of beginnings) {
    const last = Math.min(window.to, first + length - 1);
    for (let day = Math.max(window.from, first); day <= last; day += 1) days.push(day);
    if (days.length > MAX_ICALENDAR_DAYS) throw new Refused('icalendarTooManyDays');
  }
  return days.length > 0 ? days : 'OUTSIDE_WINDOW';
}
