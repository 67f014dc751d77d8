/**
 * Clocks (docs/SPEC.md, DL1–DL14). A deadline is an allowance of time, spent in segments: of calendar time, or of the
 * open time of somebody's hours. Its due time follows from them. Pure: the time, the hours and the policy are passed in.
 */
import { DAY_MS } from './days.ts';
import { HORIZON_YEARS, NoOpenTimeError, addOpenTime, openTimeBetween } from './hours.ts';
import type { Hours } from './hours.ts';
import type { DeadlineKind, Severity } from './vocabulary.ts';

/** Whose hours a clock runs in. ALWAYS is calendar time; DEPARTMENT is the one that must act. */
export const RUNS_IN = ['ALWAYS', 'DEPARTMENT', 'INTAKE', 'COORDINATION', 'NATIONAL'] as const;
export type RunsIn = (typeof RUNS_IN)[number];

/** A policy row of kind `deadline`, by severity. Minutes, because that is what an administrator types. */
export interface DeadlinePolicy {
  /** Null for the kinds that are given a due time of their own: PROMISE, DUTY. */
  minutes: Record<Severity, number> | null;
  runsIn: Record<Severity, RunsIn>;
  /** The share of the allowance after which a warning falls, in percent. */
  warnPercent: number;
}

/** The hours that a clock runs in, by the id of their calendar version; null hours are calendar time. */
export interface ClockHours {
  calendarId: string | null;
  hours: Hours | null;
}

export const CALENDAR_TIME: ClockHours = { calendarId: null, hours: null };

/** A span of time that a clock ran in; `to` is null while it runs. `calendar` is a calendar version, or ALWAYS. */
export interface Segment {
  calendar: string;
  from: string;
  to: string | null;
  usedMs: number;
}

export interface ClockPlan {
  allowanceMs: number;
  dueAt: Date;
  /** When the warning falls; null when that moment had passed before the plan was made. */
  warnAt: Date | null;
  segments: Segment[];
}

/** Finds the hours of a calendar version that a segment names. */
export type FindHours = (calendar: string) => Hours | null;

/** The kinds that go on while a complaint is on hold: they wait for colleagues, not for the customer. */
const NEVER_PAUSED: readonly DeadlineKind[] = ['DISPATCH', 'CLAIM', 'RULING', 'REGULATOR'];

/** Whether a clock of this kind stands still while the complaint is on hold. */
export function pauses(kind: DeadlineKind): boolean {
  return !NEVER_PAUSED.includes(kind);
}

/** How long a clock of this policy may take for a complaint of this severity, in milliseconds; null: its own due time. */
export function allowanceOf(policy: DeadlinePolicy, severity: Severity): number | null {
  return policy.minutes === null ? null : policy.minutes[severity] * 60_000;
}

/** A clock that starts with its whole allowance. A moment in closed time counts from the next opening. */
export function startClock(startedAt: Date, allowanceMs: number, clock: ClockHours, warnPercent: number): ClockPlan {
  return plan([], startedAt, allowanceMs, clock, warnPercent);
}

/** A clock whose due time was set by a person: its allowance is the open time until then. */
export function startClockUntil(startedAt: Date, dueAt: Date, clock: ClockHours, warnPercent: number): ClockPlan {
  const allowanceMs = openTimeBetween(clock.hours, startedAt, dueAt);
  return { ...plan([], startedAt, allowanceMs, clock, warnPercent), dueAt };
}

/** How much of its allowance a clock has used by `at`, in milliseconds of the time that it ran in. */
export function usedBy(segments: readonly Segment[], at: Date, findHours: FindHours): number {
  return segments.reduce((sum, part) => sum + (part.to === null ? running(part, at, findHours) : part.usedMs), 0);
}

/** As far as hours are looked through: whatever has run for longer has used up all that it can have been given. */
const LONGEST_MS = HORIZON_YEARS * 365 * DAY_MS;

function running(segment: Segment, at: Date, findHours: FindHours): number {
  const from = new Date(Math.max(Date.parse(segment.from), at.getTime() - LONGEST_MS));
  if (at <= from) return 0;
  return openTimeBetween(segment.calendar === 'ALWAYS' ? null : findHours(segment.calendar), from, at);
}

/**
 * The clock as it goes on after a change of severity, department, calendar or policy at `at`, or after a hold: what was
 * used stays used, and what remains is max(0, new allowance - used), never due before the change.
 */
export function continueClock(
  segments: readonly Segment[],
  allowanceMs: number,
  at: Date,
  clock: ClockHours,
  warnPercent: number,
  findHours: FindHours,
): ClockPlan {
  return plan(stopSegments(segments, at, findHours), at, allowanceMs, clock, warnPercent);
}

/** A clock that still has to be met, as far as its numbers go. */
export interface RunningClock {
  paused: boolean;
  allowanceMs: number;
  segments: readonly Segment[];
  dueAt: Date;
  warnAt: Date | null;
  warnedAt: Date | null;
}

/** By what a clock is to run: its allowance, in whose time, and when it warns. */
export interface ClockTerms {
  allowanceMs: number;
  hours: ClockHours;
  warnPercent: number;
}

/**
 * The clock by other terms as of `at` (DL5); null when they leave it as it is. What was due by then has fallen and is
 * not taken back. One that stands paused learns of new hours when it goes on.
 */
export function recomputeClock(
  clock: RunningClock,
  { allowanceMs, hours, warnPercent }: ClockTerms,
  at: Date,
  findHours: FindHours,
): ClockPlan | null {
  if (clock.paused && clock.allowanceMs === allowanceMs) return null;
  if (!clock.paused && clock.dueAt <= at) return null;
  const next = continueClock(clock.segments, allowanceMs, at, hours, warnPercent, findHours);
  // Who was warned of this clock already is not warned again because its numbers were touched.
  const planned = { ...next, warnAt: next.warnAt ?? (clock.warnedAt === null ? at : null) };
  if (clock.paused || clock.allowanceMs !== allowanceMs) return planned;
  return same(planned.dueAt, clock.dueAt) && sameWarning(clock, planned.warnAt, at) ? null : planned;
}

const same = (a: Date, b: Date) => a.getTime() === b.getTime();

function sameWarning({ warnedAt, warnAt }: RunningClock, next: Date | null, at: Date): boolean {
  if (warnedAt !== null) return true;
  if (next === null || warnAt === null) return next === warnAt;
  return same(next, warnAt) || (next <= at && warnAt <= at);
}

/** The segments with the running one closed at `at`: the clock has stopped. */
export function stopSegments(segments: readonly Segment[], at: Date, findHours: FindHours): Segment[] {
  return segments.map((segment) =>
    segment.to === null ? { ...segment, to: at.toISOString(), usedMs: running(segment, at, findHours) } : segment,
  );
}

function plan(
  stopped: readonly Segment[],
  at: Date,
  allowanceMs: number,
  clock: ClockHours,
  warnPercent: number,
): ClockPlan {
  const used = stopped.reduce((sum, { usedMs }) => sum + usedMs, 0);
  const { calendarId } = clock;
  const untilWarning = Math.floor((allowanceMs * warnPercent) / 100) - used;
  return {
    allowanceMs,
    dueAt: reach(clock.hours, at, Math.max(0, allowanceMs - used)),
    warnAt: untilWarning > 0 ? reach(clock.hours, at, untilWarning) : null,
    segments: [...stopped, { calendar: calendarId ?? 'ALWAYS', from: at.toISOString(), to: null, usedMs: 0 }],
  };
}

/** A calendar that has closed for good must not leave a complaint without a due time: calendar time stands in for it. */
function reach(hours: Hours | null, from: Date, ms: number): Date {
  if (ms === 0) return from;
  try {
    return addOpenTime(hours, from, ms);
  } catch (error) {
    if (error instanceof NoOpenTimeError) return addOpenTime(null, from, ms);
    throw error;
  }
}

/** The kinds whose clocks start with the complaint itself, in this order. */
export const STARTED_BY_RECEIPT: readonly DeadlineKind[] = ['FIRST_RESPONSE', 'RESOLUTION'];
