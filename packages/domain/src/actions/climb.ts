/** Climbing a ladder after a breach, and by hand (docs/SPEC.md, ES1–ES10). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { coordinatorsOnDuty } from '../reads/people.ts';
import { ladderOfVersion, ladderPolicy, quietHours } from '../reads/policy-values.ts';
import { levelsOf, namesOwner, nextLevel, scheduleOf } from '../rules/ladder.ts';
import type { LadderFacts, LadderPolicy, Level, TimedLevel } from '../rules/ladder.ts';
import type { EscalationState } from '../rules/vocabulary.ts';
import type { Draft } from './draft.ts';
import { nameMembers } from './named-members.ts';
import { beginSupervision } from './supervision.ts';

type Deadline = TableRows['deadline'];
type Escalation = TableRows['escalation'];

const factsOf = ({ complaint }: Draft): LadderFacts => complaint;

/** A breach was published: its ladder begins at the moment of the breach, unless no level concerns the complaint. */
export function beginClimb(draft: Draft, clock: Deadline): void {
  const ladder = ladderPolicy(draft.ctx.directory, clock.kind);
  const first = ladder && nextLevel(timed(draft, ladder.value, clock.dueAt), 0);
  if (!ladder || !first) return;
  add(draft, { deadlineId: clock.id, policyId: ladder.id, startedAt: clock.dueAt, nextAt: first.at, byId: null });
}

/** Lets every level fire whose moment has come, in their order, each with its own time. Returns how many. */
export function climb(draft: Draft): number {
  for (let count = 0; ; count += 1) {
    const due = dueFirst(draft);
    if (due === null) return count;
    fireDue(draft, due);
  }
}

/** The climb by hand that stands in this complaint; null when there is none. */
export function handClimb(draft: Draft): Escalation | null {
  return draft.escalations.find(({ deadlineId }) => deadlineId === null) ?? null;
}

/**
 * A person escalates: the level above the highest that was reached in this round, whatever the clock. Gives the
 * escalation; null at the top of the ladder.
 */
export function climbByHand(draft: Draft, noteId: string | undefined): Escalation | null {
  const ladder = ladderPolicy(draft.ctx.directory, null);
  const levels = ladder === null ? [] : levelsOf(ladder.value, factsOf(draft));
  const level = nextLevel(levels, draft.complaint.escalationLevel);
  if (level === null) return null;
  const { principal } = draft.ctx;
  const byId = principal.kind === 'MEMBER' ? principal.id : null;
  const known =
    handClimb(draft) ?? add(draft, { deadlineId: null, policyId: null, startedAt: draft.at, nextAt: null, byId });
  return fire(draft, known, level, {
    at: draft.at,
    clock: null,
    noteId,
    state: nextLevel(levels, level.level) === null ? 'FINISHED' : 'RUNNING',
    nextAt: null,
  });
}

/**
 * A group case has grown to many complaints: the level that names the owner fires at once (GC7), as if somebody had
 * escalated it that far. A ladder that never names the owner stays as it is.
 */
export function climbForMany(draft: Draft): void {
  const ladder = ladderPolicy(draft.ctx.directory, null);
  const levels = ladder === null ? [] : levelsOf(ladder.value, { ...factsOf(draft), isMass: true });
  const level = levels.find(({ to }) => namesOwner(to));
  if (level === undefined) return;
  const { principal } = draft.ctx;
  const byId = principal.kind === 'MEMBER' ? principal.id : null;
  const known =
    handClimb(draft) ?? add(draft, { deadlineId: null, policyId: null, startedAt: draft.at, nextAt: null, byId });
  const state = nextLevel(levels, level.level) === null ? 'FINISHED' : 'RUNNING';
  fire(draft, known, level, { at: draft.at, clock: null, state, nextAt: null });
}

/** Stops the climbs that a clock set off, or every one that stands: the clock was met or ended, the case was closed. */
export function stopClimbs(draft: Draft, deadlineId?: string): void {
  for (const escalation of draft.escalations) {
    if (deadlineId !== undefined && escalation.deadlineId !== deadlineId) continue;
    endClimb(draft, escalation, 'STOPPED', null);
  }
}

/** Somebody took the complaint on: everything that stands is theirs now. */
export function takeClimbs(draft: Draft, memberId: string | null): void {
  for (const escalation of draft.escalations) endClimb(draft, escalation, 'TAKEN', memberId);
}

/** Severity or category changed: the climbs go on by the ladder of now, no level before the change. */
export function replanClimbs(draft: Draft): void {
  for (const escalation of draft.escalations) {
    const ladder = escalation.policyId === null ? null : ladderOfVersion(draft.ctx.directory, escalation.policyId);
    if (ladder === null) continue;
    const next = nextLevel(timed(draft, ladder, escalation.startedAt), escalation.level);
    replace(draft, escalation, { ...escalation, ...planned(next, draft.at) });
  }
}

function timed(draft: Draft, ladder: LadderPolicy, startedAt: Date): TimedLevel[] {
  return scheduleOf(ladder, factsOf(draft), startedAt, quietHours(draft.ctx.directory));
}

/** When the next level fires, never before `floor`; at the top the climb waits for somebody to take it on. */
function planned(next: TimedLevel | null, floor: Date): Pick<Escalation, 'state' | 'nextAt'> {
  if (next === null) return { state: 'FINISHED', nextAt: null };
  return { state: 'RUNNING', nextAt: next.at > floor ? next.at : floor };
}

function dueFirst({ escalations, at }: Draft): (Escalation & { nextAt: Date }) | null {
  const due = escalations.filter(
    (one): one is Escalation & { nextAt: Date } => one.state === 'RUNNING' && one.nextAt !== null && one.nextAt <= at,
  );
  return due.sort((a, b) => a.nextAt.getTime() - b.nextAt.getTime())[0] ?? null;
}

/** Fires the level that was planned for this moment and plans the one above it. */
function fireDue(draft: Draft, escalation: Escalation & { nextAt: Date }): void {
  const levels = timed(draft, ladderOfVersion(draft.ctx.directory, escalation.policyId!)!, escalation.startedAt);
  const level = nextLevel(levels, escalation.level)!;
  fire(draft, escalation, level, {
    at: escalation.nextAt,
    clock: draft.deadlines.find(({ id }) => id === escalation.deadlineId) ?? null,
    ...planned(nextLevel(levels, level.level), escalation.nextAt),
  });
}

interface Firing {
  at: Date;
  clock: Deadline | null;
  noteId?: string | undefined;
  state: EscalationState;
  nextAt: Date | null;
}

function fire(draft: Draft, escalation: Escalation, level: Level, firing: Firing): Escalation {
  const { at, clock, noteId, state, nextAt } = firing;
  const memberIds = nameMembers(draft, level.to, clock);
  const next = replace(draft, escalation, {
    ...escalation,
    level: level.level,
    memberIds: [...new Set([...escalation.memberIds, ...memberIds])],
    state,
    nextAt,
  });
  draft.complaint.escalationLevel = Math.max(draft.complaint.escalationLevel, level.level);
  draft.emit({
    type: 'ComplaintEscalated',
    payload: {
      escalationId: escalation.id,
      level: level.level,
      deadlineId: clock?.id ?? null,
      deadlineKind: clock?.kind ?? null,
      memberIds,
    },
    occurredAt: at,
    ...(noteId !== undefined && { noteId }),
  });
  if (level.supervise && draft.complaint.supervisedAt === null) superviseByLadder(draft, at);
  return next;
}

function superviseByLadder(draft: Draft, at: Date): void {
  const [supervisorId = null] = coordinatorsOnDuty(draft.ctx.directory, draft.at);
  beginSupervision(draft, { supervisorId, byLadder: true, at });
}

type Begun = Pick<Escalation, 'deadlineId' | 'policyId' | 'startedAt' | 'nextAt' | 'byId'>;

function add(draft: Draft, begun: Begun): Escalation {
  const row: Escalation = {
    id: uuidv7(),
    complaintId: draft.complaint.id,
    round: draft.complaint.round,
    state: 'RUNNING',
    level: 0,
    memberIds: [],
    endedAt: null,
    takenById: null,
    ...begun,
  };
  draft.insert('escalation', row);
  draft.escalations = [...draft.escalations, row];
  return row;
}

function replace(draft: Draft, escalation: Escalation, next: Escalation): Escalation {
  draft.put('escalation', next);
  draft.escalations = draft.escalations.map((known) => (known === escalation ? next : known));
  return next;
}

function endClimb(draft: Draft, escalation: Escalation, state: 'TAKEN' | 'STOPPED', takenById: string | null): void {
  draft.put('escalation', { ...escalation, state, nextAt: null, endedAt: draft.at, takenById });
  draft.escalations = draft.escalations.filter((known) => known !== escalation);
}
