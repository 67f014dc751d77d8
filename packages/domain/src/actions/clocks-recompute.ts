/**
 * Recomputes the running clocks of complaints after a policy or a calendar was changed (docs/SPEC.md, PO6–PO8). Safe to
 * call by many, and again: what runs by the newest policies already is left alone.
 */
import { commit } from '../events/commit.ts';
import { loadCases } from './case.ts';
import { renew } from './clocks.ts';
import type { ActionContext } from './context.ts';
import { Draft } from './draft.ts';
import { ATTEMPTS, requireRace } from './races.ts';

/** Gives how many complaints had clocks that moved. */
export async function clocksRecompute(ctx: ActionContext, complaintIds: readonly string[]): Promise<number> {
  let moved = 0;
  let waiting = [...new Set(complaintIds)];
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ATTEMPTS) throw new Error(`clocksRecompute: lost ${ATTEMPTS} races in a row`);
    const cases = await loadCases(ctx.db, waiting);
    const drafts = cases.flatMap((opened) => {
      const draft = Draft.of(ctx, opened);
      return renew(draft) === 0 ? [] : [draft];
    });
    const results = await commit(
      ctx.db,
      drafts.map((draft) => draft.toChange('clocksRecompute', { complaintId: draft.complaint.id })),
    );
    waiting = [];
    results.forEach((result, i) => {
      if (result.kind === 'COMMITTED') moved += 1;
      else waiting.push(drafts[i]!.complaint.id);
      if (result.kind === 'CONFLICT') requireRace('clocksRecompute', result.constraint);
    });
  }
  return moved;
}
