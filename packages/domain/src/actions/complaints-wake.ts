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
import { ATTEMPTS, isRace } from './races.ts';
import { wakeAtOf } from './wake-at.ts';
import type { Change } from '../events/change.ts';
import { commit } from '../events/commit.ts';

/**
 * In the order in which they may bring each other about: no clock falls by a policy that no longer holds, and a hold that
 * ends lets a clock fall due.
 */
const HAPPENINGS: readonly ((draft: Draft) => number)[] = [renew, endHoldInTime, warn, breach, climb];

/** What is due of these complaints could not happen; that of the others has. */
export class WakeError extends AggregateError {
  override readonly name = 'WakeError';
  readonly complaintIds: readonly string[];
  constructor(failures: ReadonlyMap<string, unknown>) {
    const complaintIds = [...failures.keys()];
    super([...failures.values()], `complaintsWake: nothing can happen to ${complaintIds.join(', ')}`);
    this.complaintIds = complaintIds;
  }
}

/**
 * Lets everything happen to each of the complaints that is due by now, once: whoever else did it first made the
 * complaint's revision another one, and the next reading finds nothing left to do. An event happened at its due time,
 * whenever it is recorded. Returns how many things happened.
 *
 * @throws WakeError for those to which nothing can happen, after the others have had theirs.
 */
export async function complaintsWake(ctx: ActionContext, complaintIds: readonly string[]): Promise<number> {
  let happened = 0;
  let waiting = [...new Set(complaintIds)];
  const failures = new Map<string, unknown>();
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ATTEMPTS) {
      for (const id of waiting) failures.set(id, new Error(`lost ${ATTEMPTS} races in a row`));
      break;
    }
    const drafts = (await loadCases(ctx.db, waiting)).flatMap((opened) => {
      try {
        return wake(ctx, opened) ?? [];
      } catch (error) {
        failures.set(opened.complaint.id, error);
        return [];
      }
    });
    const results = await commit(
      ctx.db,
      drafts.map(({ change }) => change),
    );
    waiting = [];
    results.forEach((result, i) => {
      const { complaintId, count } = drafts[i]!;
      if (result.kind === 'COMMITTED') happened += count;
      else if (result.kind === 'CONFLICT' && !isRace(result.constraint))
        failures.set(complaintId, new Error(`unexpected conflict ${result.constraint}`));
      else waiting.push(complaintId);
    });
  }
  if (failures.size > 0) throw new WakeError(failures);
  return happened;
}

interface Waking {
  complaintId: string;
  change: Change;
  count: number;
}

/** The change that all that is due makes; null when nothing is, or when the clocks of the case are only recorded. */
function wake(ctx: ActionContext, opened: Case): Waking | null {
  if (opened.complaint.history) return null;
  const draft = Draft.of(ctx, opened);
  let count = 0;
  // One thing may bring the next about, after a stop all of it at once: a ladder whose steps have all come.
  for (;;) {
    const due = wakeAtOf(draft);
    if (due === null || due > draft.at) break;
    const more = HAPPENINGS.reduce((sum, happen) => sum + happen(draft), 0);
    if (more === 0) throw new Error(`it is to wake at ${due.toISOString()} for nothing`);
    count += more;
  }
  if (count === 0) return null;
  const complaintId = draft.complaint.id;
  return { complaintId, change: draft.toChange('complaintsWake', { complaintId }), count };
}
