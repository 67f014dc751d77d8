/** Starting, meeting, ending, pausing and recomputing the clocks of a draft (docs/SPEC.md, DL1–DL14). */
import { uuidv7 } from 'uuidv7';
import { clockHours, clockTerms, deadlinePolicy, hoursOfVersion } from '../reads/policy-values.ts';
import {
  allowanceOf,
  continueClock,
  pauses,
  recomputeClock,
  startClock,
  startClockUntil,
  stopSegments,
  usedBy,
} from '../rules/deadlines.ts';
import type { ClockHours, ClockPlan, DeadlinePolicy, FindHours, Segment } from '../rules/deadlines.ts';
import type { DeadlineKind, RecomputeReason } from '../rules/vocabulary.ts';
import type { TableRows } from '../events/tables.ts';
import { stopClimbs } from './climb.ts';
import type { Draft } from './draft.ts';

type Deadline = TableRows['deadline'];

interface Start {
  /** What the clock is about; the complaint itself unless a handoff, a duty or a promise is named. */
  subjectId?: string;
  /** Who must act; null when it concerns the complaint as a whole. */
  departmentId: string | null;
  startedAt: Date;
}

const segmentsOf = (clock: Deadline) => clock.segments as unknown as Segment[];
const findHoursFor =
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
function going(draft: Draft, kind?: DeadlineKind, subjectId?: string): Deadline[] {
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

/**
 * Recomputes the running clocks after a change of severity or department: what was used stays used. What the change
 * leaves as it was goes on untouched. A published breach is final and keeps its clock. The trail says what moved and why.
 */
export function recompute(draft: Draft, reason: RecomputeReason): void {
  recomputeSome(draft, reason, unfallen(draft), () => draft.at);
}

/**
 * Brings the clocks that were made by older policies or calendars to those of now, as of the moment at which these were
 * changed, whenever it is done: so no clock falls by a limit that no longer holds, and none is due before the change.
 * Returns how many moved.
 */
export function renew(draft: Draft): number {
  const newest = (clock: Deadline) => draft.ctx.directory.policy('deadline', clock.kind)?.id === clock.policyId;
  const clocks = unfallen(draft).filter((clock) => !clock.silent);
  const changedAt = (clock: Deadline) => lastChange(draft, clock);
  return (
    recomputeSome(
      draft,
      'POLICY',
      clocks.filter((clock) => !newest(clock)),
      changedAt,
    ) + recomputeSome(draft, 'CALENDAR', clocks.filter(newest), changedAt)
  );
}

/** When the policy or the calendar that the clock should run by was changed; now, when that can't be told. */
function lastChange(draft: Draft, clock: Deadline): Date {
  const { directory } = draft.ctx;
  const now = termsOf(draft, clock);
  // One that stands still has nothing to make up for.
  if (now === null || clock.state === 'PAUSED') return draft.at;
  const [ran, runs] = [clock.calendarId, now.terms.hours.calendarId].map((id) => id && directory.policyById(id));
  const moments = [new Date(segmentsOf(clock).at(-1)?.from ?? clock.startedAt)];
  if (now.policyId !== clock.policyId) moments.push(directory.policyById(now.policyId)!.validFrom);
  // Another version of the same calendar says since when it holds; another calendar altogether doesn't.
  if (ran && runs && ran.id !== runs.id) moments.push(ran.key === runs.key ? runs.validFrom : draft.at);
  else if (now.policyId === clock.policyId) return draft.at;
  return new Date(Math.min(draft.at.getTime(), Math.max(...moments.map((moment) => moment.getTime()))));
}

/** Published breaches are final, and their clocks with them. */
function unfallen(draft: Draft): Deadline[] {
  return going(draft).filter((clock) => clock.breachPublishedAt === null);
}

function recomputeSome(
  draft: Draft,
  reason: RecomputeReason,
  clocks: readonly Deadline[],
  changedAt: (clock: Deadline) => Date,
): number {
  const moved = clocks.flatMap((clock) => {
    const next = recomputed(draft, clock, changedAt(clock));
    if (next === null) return [];
    return [{ deadlineId: next.id, kind: next.kind, dueFrom: iso(clock.dueAt), dueTo: iso(next.dueAt) }];
  });
  if (moved.length > 0) draft.recomputed(reason, moved);
  return moved.length;
}

const iso = (at: Date) => at.toISOString();

/** What the clock is to run by now; null for one whose due time was set for it, which no policy moves. */
function termsOf(draft: Draft, { kind, departmentId }: Deadline) {
  const { complaint, ctx } = draft;
  return clockTerms(ctx.directory, kind, complaint.severity, departmentId ?? complaint.departmentId);
}

/** The clock by the terms of now, as a new generation; null when they leave it as it is. */
function recomputed(draft: Draft, clock: Deadline, at: Date): Deadline | null {
  const now = termsOf(draft, clock);
  if (now === null) return null;
  const running = {
    paused: clock.state === 'PAUSED',
    allowanceMs: Number(clock.allowanceMs),
    segments: segmentsOf(clock),
    dueAt: clock.dueAt,
    warnAt: clock.warnAt,
    warnedAt: clock.warnedAt,
  };
  const plan = recomputeClock(running, now.terms, at, findHoursFor(draft));
  return plan === null ? null : goOn(draft, clock, now.policyId, now.terms.hours.calendarId, plan, at);
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
function goOn(
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
