/**
 * What happens to complaints by themselves, when its moment has come: holds end, warnings and breaches are published,
 * ladders are climbed (docs/SPEC.md, DL6–DL8, CLK1–CLK3). Called by the clock; safe to call by many.
 */
import { loadCases } from './case.ts';
import type { Case } from './case.ts';
import { climb } from './climb.ts';
import { renew } from './clocks.ts';
import type { ActionContext } from './context.ts';
import { breach, warn } from './deadline-fall.ts';
import { Draft } from './draft.ts';
import { endHoldInTime } from './hold-end.ts';
import { ATTEMPTS, requireRace } from './perform.ts';
import { wakeAtOf } from './wake-at.ts';
import { commit } from '../events/commit.ts';

/**
 * In the order in which they may bring each other about: no clock falls by a policy that no longer holds, and a hold that
 * ends lets a clock fall due.
 */
const HAPPENINGS: readonly ((draft: Draft) => number)[] = [renew, endHoldInTime, warn, breach, climb];

/**
 * Lets everything happen to each of the complaints that is due by now, once: whoever else did it first made the
 * complaint's revision another one, and the next reading finds nothing left to do. An event happened at its due time,
 * whenever it is recorded. Returns how many things happened. Throws when one can't be published, after it has published
 * the others.
 */
export async function complaintsWake(ctx: ActionContext, complaintIds: readonly string[]): Promise<number> {
  let happened = 0;
  let waiting = [...new Set(complaintIds)];
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ATTEMPTS)
      throw new Error(`complaintsWake: lost ${ATTEMPTS} races in a row for ${waiting.join(', ')}`);
    const cases = await loadCases(ctx.db, waiting);
    const drafts = cases.flatMap((opened) => wake(ctx, opened) ?? []);
    const results = await commit(
      ctx.db,
      drafts.map(({ draft }) => draft.toChange('complaintsWake', { complaintId: draft.complaint.id })),
    );
    waiting = [];
    results.forEach((result, i) => {
      const { draft, count } = drafts[i]!;
      if (result.kind === 'COMMITTED') happened += count;
      else waiting.push(draft.complaint.id);
    });
    for (const result of results) if (result.kind === 'CONFLICT') requireRace('complaintsWake', result.constraint);
  }
  return happened;
}

/** The draft of all that is due; null when nothing is, or when the clocks of the case are only recorded. */
function wake(ctx: ActionContext, opened: Case): { draft: Draft; count: number } | null {
  if (opened.complaint.history) return null;
  const draft = Draft.of(ctx, opened);
  let count = 0;
  // One thing may bring the next about, after a stop all of it at once: a ladder whose steps have all come.
  for (;;) {
    const due = wakeAtOf(draft);
    if (due === null || due > draft.at) break;
    const more = HAPPENINGS.reduce((sum, happen) => sum + happen(draft), 0);
    if (more === 0) throw new Error(`complaint ${draft.complaint.id} is to wake at ${due.toISOString()} for nothing`);
    count += more;
  }
  return count === 0 ? null : { draft, count };
}
