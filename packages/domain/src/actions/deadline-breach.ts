/** Publishes breaches of a complaint's clocks (docs/SPEC.md, DL6–DL8). Called by the clock; safe to call by many. */
import { loadCase } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { Draft } from './draft.ts';
import { ATTEMPTS, requireRace } from './perform.ts';
import { commit } from '../events/commit.ts';

/**
 * Publishes, for each of the complaints, every breach that is due by now, once: whoever else published it first made
 * the complaint's revision another one, and the next reading finds nothing left to do. The event happened at the due
 * time, whenever it is recorded. Returns how many breaches this call published. Throws when one can't be published,
 * after it has published the others.
 */
export async function deadlineBreach(ctx: ActionContext, complaintIds: readonly string[]): Promise<number> {
  let published = 0;
  let waiting = [...new Set(complaintIds)];
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ATTEMPTS)
      throw new Error(`deadlineBreach: lost ${ATTEMPTS} races in a row for ${waiting.join(', ')}`);
    const cases = await Promise.all(waiting.map((id) => loadCase(ctx.db, id)));
    const drafts = cases.flatMap((opened) => breach(ctx, opened) ?? []);
    const results = await commit(
      ctx.db,
      drafts.map(({ draft }) => draft.toChange('deadlineBreach', { complaintId: draft.complaint.id })),
    );
    waiting = [];
    results.forEach((result, i) => {
      const { draft, count } = drafts[i]!;
      if (result.kind === 'COMMITTED') published += count;
      else waiting.push(draft.complaint.id);
    });
    for (const result of results) if (result.kind === 'CONFLICT') requireRace('deadlineBreach', result.constraint);
  }
  return published;
}

/** The draft that publishes what is overdue; null when nothing is, or when the clocks of the case are only recorded. */
function breach(ctx: ActionContext, opened: Case | null): { draft: Draft; count: number } | null {
  if (opened === null) return null;
  const draft = Draft.of(ctx, opened);
  const overdue = opened.deadlines.filter(
    (clock) => clock.state === 'OPEN' && clock.breachPublishedAt === null && !clock.silent && clock.dueAt <= draft.at,
  );
  if (overdue.length === 0) return null;
  for (const clock of overdue.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())) {
    const breached = { ...clock, breachPublishedAt: draft.at };
    draft.put('deadline', breached);
    draft.deadlines = draft.deadlines.map((known) => (known === clock ? breached : known));
    const { id, kind, dueAt, generation } = clock;
    const payload = { deadlineId: id, kind, dueAt: dueAt.toISOString(), generation };
    draft.emit({ type: 'DeadlineBreached', payload, occurredAt: dueAt });
  }
  return { draft, count: overdue.length };
}
