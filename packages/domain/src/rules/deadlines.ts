/**
 * Clocks (docs/SPEC.md, DL1–DL9). A deadline is an allowance of time, spent in segments of calendar time; its due time
 * follows from them. Pure: the time and the policy are passed in.
 */
import type { DeadlineKind, Severity } from './vocabulary.ts';

/** A policy row of kind `deadline`, by severity. Minutes, because that is what an administrator types. */
export interface DeadlinePolicy {
  minutes: Record<Severity, number>;
  /** Whose hours the clock runs in. ALWAYS is calendar time. */
  runsIn: 'ALWAYS';
}

/** A span of time that a clock ran in; `to` is null while it runs. */
export interface Segment {
  calendar: 'ALWAYS';
  from: string;
  to: string | null;
  usedMs: number;
}

export interface ClockPlan {
  allowanceMs: number;
  dueAt: Date;
  segments: Segment[];
}

/** How long a clock of this policy may take for a complaint of this severity, in milliseconds. */
export function allowanceOf(policy: DeadlinePolicy, severity: Severity): number {
  return policy.minutes[severity] * 60_000;
}

/** A clock that starts now with its whole allowance. */
export function startClock(startedAt: Date, allowanceMs: number): ClockPlan {
  return {
    allowanceMs,
    dueAt: new Date(startedAt.getTime() + allowanceMs),
    segments: [{ calendar: 'ALWAYS', from: startedAt.toISOString(), to: null, usedMs: 0 }],
  };
}

/** How much of its allowance a clock has used by `at`, in milliseconds. */
export function usedBy(segments: readonly Segment[], at: Date): number {
  return segments.reduce((sum, segment) => sum + (segment.to === null ? running(segment, at) : segment.usedMs), 0);
}

function running(segment: Segment, at: Date): number {
  return Math.max(0, at.getTime() - Date.parse(segment.from));
}

/**
 * The clock as it goes on after a change of severity, department or policy at `at`: what was used stays used, and what
 * remains is max(0, new allowance - used), never due before the change.
 */
export function continueClock(segments: readonly Segment[], allowanceMs: number, at: Date): ClockPlan {
  const closed = stopSegments(segments, at);
  const remaining = Math.max(0, allowanceMs - usedBy(closed, at));
  return {
    allowanceMs,
    dueAt: new Date(at.getTime() + remaining),
    segments: [...closed, { calendar: 'ALWAYS', from: at.toISOString(), to: null, usedMs: 0 }],
  };
}

/** The segments with the running one closed at `at`: the clock has stopped. */
export function stopSegments(segments: readonly Segment[], at: Date): Segment[] {
  return segments.map((segment) =>
    segment.to === null ? { ...segment, to: at.toISOString(), usedMs: running(segment, at) } : segment,
  );
}

/** The kinds whose clocks start with the complaint itself, in this order. */
export const STARTED_BY_RECEIPT: readonly DeadlineKind[] = ['FIRST_RESPONSE', 'RESOLUTION'];
