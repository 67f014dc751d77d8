/** Starting, meeting and ending the clocks of a draft (docs/SPEC.md, DL1–DL9). */
import { uuidv7 } from 'uuidv7';
import { allowanceOf, continueClock, startClock, stopSegments } from '../rules/deadlines.ts';
import type { ClockPlan, Segment } from '../rules/deadlines.ts';
import { parseDeadlinePolicy } from '../rules/policies.ts';
import type { DeadlineKind } from '../rules/vocabulary.ts';
import type { TableRows } from '../events/tables.ts';
import type { Draft } from './draft.ts';

type Deadline = TableRows['deadline'];

interface Start {
  /** What the clock is about; the complaint itself unless a handoff or a duty is named. */
  subjectId?: string;
  departmentId: string | null;
  startedAt: Date;
}

const segmentsOf = (clock: Deadline) => clock.segments as unknown as Segment[];

/** Starts a clock by its policy; does nothing when the company has no policy of this kind. */
export function start(draft: Draft, kind: DeadlineKind, { subjectId, departmentId, startedAt }: Start): void {
  const policy = draft.ctx.directory.policy('deadline', kind);
  if (policy === null) return;
  const allowance = allowanceOf(parseDeadlinePolicy(policy.value), draft.complaint.severity);
  add(draft, { kind, subjectId, departmentId, startedAt, policyId: policy.id }, startClock(startedAt, allowance));
}

interface NewClock extends Omit<Start, 'startedAt'> {
  kind: DeadlineKind;
  startedAt: Date;
  policyId: string;
}

function add(draft: Draft, clock: NewClock, plan: ClockPlan): void {
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
    dueAt: plan.dueAt,
    metAt: null,
    endedAt: null,
    breachPublishedAt: null,
    silent: draft.complaint.history,
  };
  draft.insert('deadline', row);
  draft.deadlines = [...draft.deadlines.filter((known) => known !== previous), row];
}

/** The running clocks of a kind; of every kind when none is named. */
function running(draft: Draft, kind?: DeadlineKind, subjectId?: string): Deadline[] {
  return draft.deadlines.filter(
    (clock) =>
      clock.state === 'OPEN' &&
      (kind === undefined || clock.kind === kind) &&
      (subjectId === undefined || clock.subjectId === subjectId),
  );
}

function replace(draft: Draft, clock: Deadline, next: Deadline): void {
  draft.put('deadline', next);
  draft.deadlines = draft.deadlines.map((known) => (known === clock ? next : known));
}

/** What the clocks were waiting for happened at `at`, on time or late. */
export function meet(draft: Draft, kind: DeadlineKind, at: Date, subjectId?: string): void {
  for (const clock of running(draft, kind, subjectId)) {
    const segments = stopSegments(segmentsOf(clock), at) as unknown as Deadline['segments'];
    replace(draft, clock, { ...clock, state: 'MET', metAt: at, endedAt: draft.at, segments });
  }
}

/** The clocks stop without being met: superseded, withdrawn, or the complaint is closed. That is not "met". */
export function end(draft: Draft, kind?: DeadlineKind, subjectId?: string, at: Date = draft.at): void {
  for (const clock of running(draft, kind, subjectId)) {
    const segments = stopSegments(segmentsOf(clock), at) as unknown as Deadline['segments'];
    replace(draft, clock, { ...clock, state: 'ENDED', endedAt: at, segments });
  }
}

/**
 * Recomputes the running clocks after the complaint's severity changed: what was used stays used. A published breach is
 * final and keeps its clock.
 */
export function recompute(draft: Draft): void {
  for (const clock of running(draft)) {
    const policy = draft.ctx.directory.policy('deadline', clock.kind);
    if (clock.breachPublishedAt !== null || policy === null) continue;
    resume(draft, clock, policy.id, allowanceOf(parseDeadlinePolicy(policy.value), draft.complaint.severity));
  }
}

/** Runs a stopped clock of the round again, from what it had used; for a move back over the line that had met it. */
export function restart(draft: Draft, kind: DeadlineKind): void {
  const stopped = draft.deadlines.find((clock) => clock.kind === kind && clock.state !== 'OPEN');
  if (stopped !== undefined) resume(draft, stopped, stopped.policyId, Number(stopped.allowanceMs));
}

/** A new generation of the clock that goes on from the old one's used time; the old one ends if it still ran. */
function resume(draft: Draft, clock: Deadline, policyId: string, allowanceMs: number): void {
  const plan = continueClock(segmentsOf(clock), allowanceMs, draft.at);
  const { kind, subjectId, departmentId, startedAt } = clock;
  if (clock.state === 'OPEN') {
    const segments = stopSegments(segmentsOf(clock), draft.at) as unknown as Deadline['segments'];
    replace(draft, clock, { ...clock, state: 'ENDED', endedAt: draft.at, segments });
  }
  add(draft, { kind, subjectId, departmentId, startedAt, policyId }, plan);
}
