/** What falls when a clock's time comes: its warning, then its breach (docs/SPEC.md, DL6–DL8, DL14). */
import type { TableRows } from '../events/tables.ts';
import { beginClimb } from './climb.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

type Deadline = TableRows['deadline'];

/** Publishes the warnings whose moment has come, for clocks whose own has not. Returns how many. */
export function warn(draft: Draft): number {
  const near = unpublished(draft).filter(
    (clock) => clock.warnedAt === null && clock.warnAt !== null && clock.warnAt <= draft.at && clock.dueAt > draft.at,
  );
  for (const clock of near.sort(by('warnAt'))) {
    clocks.replace(draft, clock, { ...clock, warnedAt: draft.at });
    draft.emit({ type: 'DeadlineApproaching', payload: fallen(clock), occurredAt: clock.warnAt! });
  }
  return near.length;
}

/** Publishes the breaches whose moment has come, each of which sets its ladder off. Returns how many. */
export function breach(draft: Draft): number {
  const overdue = unpublished(draft).filter((clock) => clock.dueAt <= draft.at);
  for (const clock of overdue.sort(by('dueAt'))) {
    clocks.replace(draft, clock, { ...clock, breachPublishedAt: draft.at });
    draft.emit({ type: 'DeadlineBreached', payload: fallen(clock), occurredAt: clock.dueAt });
    beginClimb(draft, clock);
  }
  return overdue.length;
}

function unpublished(draft: Draft): Deadline[] {
  return draft.deadlines.filter((clock) => clock.state === 'OPEN' && !clock.silent && clock.breachPublishedAt === null);
}

const by = (moment: 'warnAt' | 'dueAt') => (a: Deadline, b: Deadline) => a[moment]!.getTime() - b[moment]!.getTime();

function fallen({ id, kind, dueAt, generation }: Deadline) {
  return { deadlineId: id, kind, dueAt: dueAt.toISOString(), generation };
}
