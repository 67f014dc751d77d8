/**
 * Running clocks by other terms: after a change of severity, department, policy or calendar (docs/SPEC.md, DL5, PO6–PO8).
 * What was used stays used, and the trail says what moved and why.
 */
import { clockTerms } from '../reads/policy-values.ts';
import { recomputeClock } from '../rules/deadlines.ts';
import type { RecomputeReason } from '../rules/vocabulary.ts';
import { findHoursFor, goOn, going, segmentsOf } from './clocks.ts';
import type { Deadline } from './clocks.ts';
import type { Draft } from './draft.ts';

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
