/** Starting, meeting, ending and pausing the clocks of a draft (docs/SPEC.md, DL1–DL14). */
import { uuidv7 } from 'uuidv7';
import { clockHours, deadlinePolicy, hoursOfVersion } from '../reads/policy-values.ts';
import {
  allowanceOf,
  continueClock,
  pauses,
  startClock,
  startClockUntil,
  stopSegments,
  usedBy,
} from '../rules/deadlines.ts';
import type { ClockHours, ClockPlan, DeadlinePolicy, FindHours, Segment } from '../rules/deadlines.ts';
import type { DeadlineKind } from '../rules/vocabulary.ts';
import type { TableRows } from '../events/tables.ts';
import { stopClimbs } from './climb.ts';
import type { Draft } from './draft.ts';

export type Deadline = TableRows['deadline'];

interface Start {
  /** What the clock is about; the complaint itself unless a handoff, a duty or a promise is named. */
  subjectId?: string;
  /** Who must act; null when it concerns the complaint as a whole. */
  departmentId: string | null;
  startedAt: Date;
}

export const segmentsOf = (clock: Deadline) => clock.segments as unknown as Segment[];
export const findHoursFor =
  (draft: Draft): FindHours =>
  (calendar) =>
    hoursOfVersion(draft.ctx.directory, calendar);

/** The hours that a clock of this policy runs in now: of who must act, else of the handling department. */
function hoursFor(draft: Draft, policy: DeadlinePolicy, departmentId: string | null): ClockHours {
  const { complaint, ctx } = draft;
  return clockHours(ctx.directory, policy.runsIn[complaint.severity], departmentId ?? complaint.departmentId);
}

/** Starts a clock by its policy; does nothing when the company has no policy of this kind. */
export function start(draft: Draft, kind: DeadlineKind, clock: Start): void {
  const policy = deadlinePolicy(draft.ctx.directory, kind);
  const allowance = policy && allowanceOf(policy.value, draft.complaint.severity);
  if (policy !== null && allowance !== null) startWithin(draft, kind, clock, allowance);
}

/** Starts a clock with an allowance of its own, in the time that its policy says. */
export function startWithin(draft: Draft, kind: DeadlineKind, clock: Start, allowanceMs: number): Date | null {
  const policy = deadlinePolicy(draft.ctx.directory, kind);
  if (policy === null) return null;
  const hours = hoursFor(draft, policy.value, clock.departmentId);
  const plan = startClock(clock.startedAt, allowanceMs, hours, policy.value.warnPercent);
  add(draft, { kind, policyId: policy.id, calendarId: hours.calendarId, ...clock }, plan);
  return plan.dueAt;
}

/** Starts a clock whose due time a person set: of a duty, of a promise. */
export function startUntil(draft: Draft, kind: DeadlineKind, clock: Start, dueAt: Date): void {
  const policy = deadlinePolicy(draft.ctx.directory, kind);
  if (policy === null) return;
  const hours = hoursFor(draft, policy.value, clock.departmentId);
  const plan = startClockUntil(clock.startedAt, dueAt, hours, policy.value.warnPercent);
  add(draft, { kind, policyId: policy.id, calendarId: hours.calendarId, ...clock }, plan);
}

interface NewClock extends Start {
  kind: DeadlineKind;
  policyId: string;
  calendarId: string | null;
}

function add(draft: Draft, clock: NewClock, plan: ClockPlan): Deadline {
  const subjectId = clock.subjectId ?? draft.complaint.id;
  const previous = draft.deadlines.find((known) => known.kind === clock.kind && known.subjectId === subjectId);
  const row: Deadline = {
    id: uuidv7(),
    complaintId: draft.complaint.id,
    round: draft.complaint.round,
    kind: clock.kind,
    subjectId,
    generation: (previous?.generation ?? 0) + 1,
    state: 'OPEN',
    departmentId: clock.departmentId,
    startedAt: clock.startedAt,
    allowanceMs: BigInt(plan.allowanceMs),
    segments: plan.segments as unknown as Deadline['segments'],
    policyId: clock.policyId,
    calendarId: clock.calendarId,
    warnAt: plan.warnAt,
    warnedAt: null,
    dueAt: plan.dueAt,
    metAt: null,
    endedAt: null,
    breachPublishedAt: null,
    silent: draft.complaint.history,
  };
  draft.insert('deadline', row);
  draft.deadlines = [...draft.deadlines.filter((known) => known !== previous), row];
  if (draft.complaint.heldUntil !== null && pauses(row.kind)) return pause(draft, row, heldSince(draft, row));
  return row;
}

/** The clocks of a kind that run or stand paused; of every kind when none is named. */
export function going(draft: Draft, kind?: DeadlineKind, subjectId?: string): Deadline[] {
  return draft.deadlines.filter(
    (clock) =>
      (clock.state === 'OPEN' || clock.state === 'PAUSED') &&
      (kind === undefined || clock.kind === kind) &&
      (subjectId === undefined || clock.subjectId === subjectId),
  );
}

/** Puts the clock's new state into the draft. Whatever stops a clock also stops the ladder that its breach set off. */
export function replace(draft: Draft, clock: Deadline, next: Deadline): Deadline {
  draft.put('deadline', next);
  draft.deadlines = draft.deadlines.map((known) => (known === clock ? next : known));
  if (next.state === 'MET' || next.state === 'ENDED') stopClimbs(draft, next.id);
  return next;
}

function stopped(draft: Draft, clock: Deadline, at: Date): Pick<Deadline, 'segments'> {
  return { segments: stopSegments(segmentsOf(clock), at, findHoursFor(draft)) as unknown as Deadline['segments'] };
}

/** What the clocks were waiting for happened at `at`, on time or late. */
export function meet(draft: Draft, kind: DeadlineKind, at: Date, subjectId?: string): void {
  for (const clock of going(draft, kind, subjectId)) {
    replace(draft, clock, { ...clock, state: 'MET', metAt: at, endedAt: draft.at, ...stopped(draft, clock, at) });
  }
}

/** The clocks stop without being met: superseded, withdrawn, or the complaint is closed. That is not "met". */
export function end(draft: Draft, kind?: DeadlineKind, subjectId?: string, at: Date = draft.at): void {
  for (const clock of going(draft, kind, subjectId)) {
    replace(draft, clock, { ...clock, state: 'ENDED', endedAt: at, ...stopped(draft, clock, at) });
  }
}

/**
 * The complaint is on hold: what may pause stands still. A breach is final and keeps its clock, also one whose moment
 * has come and that nobody has published yet: its true time must not be lost.
 */
export function pauseAll(draft: Draft): void {
  for (const clock of going(draft)) {
    if (clock.state === 'OPEN' && clock.dueAt > draft.at && pauses(clock.kind)) pause(draft, clock, draft.at);
  }
}

function pause(draft: Draft, clock: Deadline, at: Date): Deadline {
  return replace(draft, clock, { ...clock, state: 'PAUSED', ...stopped(draft, clock, at) });
}

/** Since when a clock that begins while the complaint is held stands still: it may have begun before the hold did. */
function heldSince(draft: Draft, clock: Deadline): Date {
  const began = new Date(segmentsOf(clock).at(-1)!.from);
  const held = draft.hold?.startedAt ?? draft.at;
  return began > held ? began : held;
}

/** The hold is over: each paused clock goes on from what it had used, so it is due later by the open time of the pause. */
export function resumeAll(draft: Draft, at: Date): void {
  for (const clock of going(draft)) {
    if (clock.state !== 'PAUSED') continue;
    const policy = deadlinePolicy(draft.ctx.directory, clock.kind);
    const hours = policy && hoursFor(draft, policy.value, clock.departmentId);
    if (policy === null || hours === null) continue;
    const plan = continueFrom(draft, clock, at, Number(clock.allowanceMs), hours, policy.value.warnPercent);
    replace(draft, clock, {
      ...clock,
      state: 'OPEN',
      calendarId: hours.calendarId,
      segments: plan.segments as unknown as Deadline['segments'],
      // A due time that a person set may lie in closed time: a pause never brings it forward.
      dueAt: policy.value.minutes === null && plan.dueAt < clock.dueAt ? clock.dueAt : plan.dueAt,
      warnAt: clock.warnedAt === null ? (plan.warnAt ?? at) : clock.warnAt,
    });
  }
}

function continueFrom(
  draft: Draft,
  clock: Deadline,
  at: Date,
  allowanceMs: number,
  hours: ClockHours,
  warnPercent: number,
): ClockPlan {
  return continueClock(segmentsOf(clock), allowanceMs, at, hours, warnPercent, findHoursFor(draft));
}

/** Runs a stopped clock of the round again, from what it had used; for a move back over the line that had met it. */
export function restart(draft: Draft, kind: DeadlineKind): void {
  const known = draft.deadlines.find(
    (clock) => clock.kind === kind && (clock.state === 'MET' || clock.state === 'ENDED'),
  );
  const policy = deadlinePolicy(draft.ctx.directory, kind);
  if (known === undefined || policy === null) return;
  const hours = hoursFor(draft, policy.value, known.departmentId);
  const plan = continueFrom(draft, known, draft.at, Number(known.allowanceMs), hours, policy.value.warnPercent);
  const warnAt = plan.warnAt ?? (known.warnedAt === null ? draft.at : null);
  goOn(draft, known, policy.id, hours.calendarId, { ...plan, warnAt }, draft.at);
}

/** A new generation of the clock that goes on from the old one's used time; the old one ends if it still went. */
export function goOn(
  draft: Draft,
  clock: Deadline,
  policyId: string,
  calendarId: string | null,
  plan: ClockPlan,
  at: Date,
): Deadline {
  const { kind, subjectId, departmentId, startedAt } = clock;
  if (clock.state === 'OPEN' || clock.state === 'PAUSED') {
    replace(draft, clock, { ...clock, state: 'ENDED', endedAt: at, ...stopped(draft, clock, at) });
  }
  return add(draft, { kind, subjectId, departmentId, startedAt, policyId, calendarId }, plan);
}

/** How much of its allowance a clock has used by now, in milliseconds. */
export function used(draft: Draft, clock: Deadline): number {
  return usedBy(segmentsOf(clock), draft.at, findHoursFor(draft));
}
