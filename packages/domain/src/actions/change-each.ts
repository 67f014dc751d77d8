/** Changing many complaints in one go, each by itself: what stands in the way of one keeps no other back. */
import type { Change } from '../events/change.ts';
import { commit } from '../events/commit.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { loadCases } from './case.ts';
import type { ActionContext } from './context.ts';
import { Draft } from './draft.ts';
import { ATTEMPTS, isRace } from './races.ts';

/** These complaints could not be changed; the others have been. */
export class UnchangedError extends AggregateError {
  override readonly name = 'UnchangedError';
  readonly complaintIds: readonly string[];
  constructor(action: AuditAction, failures: ReadonlyMap<string, unknown>) {
    const complaintIds = [...failures.keys()];
    super([...failures.values()], `${action}: could not change ${complaintIds.join(', ')}`);
    this.complaintIds = complaintIds;
  }
}

export interface Changed {
  complaints: number;
  /** What `decide` counted, over all of them. */
  count: number;
}

interface Decided {
  complaintId: string;
  change: Change;
  count: number;
}

/**
 * Lets `decide` bring each complaint's draft to what it should be and say how many things that changed; 0 writes
 * nothing. Where somebody else was faster it decides again, on what they left.
 *
 * @throws UnchangedError for those that can't be decided or written, after all others have been.
 */
export async function changeEach(
  ctx: ActionContext,
  action: AuditAction,
  complaintIds: readonly string[],
  decide: (draft: Draft) => number,
): Promise<Changed> {
  const changed: Changed = { complaints: 0, count: 0 };
  const failures = new Map<string, unknown>();
  let waiting = [...new Set(complaintIds)];
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ATTEMPTS) {
      for (const id of waiting) failures.set(id, new Error(`lost ${ATTEMPTS} races in a row`));
      break;
    }
    const decided: Decided[] = [];
    for (const opened of await loadCases(ctx.db, waiting)) {
      const complaintId = opened.complaint.id;
      try {
        const draft = Draft.of(ctx, opened);
        const count = decide(draft);
        if (count > 0) decided.push({ complaintId, change: draft.toChange(action, { complaintId }), count });
      } catch (error) {
        failures.set(complaintId, error);
      }
    }
    const results = await commit(
      ctx.db,
      decided.map(({ change }) => change),
    );
    waiting = [];
    results.forEach((result, i) => {
      const { complaintId, count } = decided[i]!;
      if (result.kind === 'COMMITTED') {
        changed.complaints += 1;
        changed.count += count;
      } else if (result.kind === 'CONFLICT' && !isRace(result.constraint)) {
        failures.set(complaintId, new Error(`unexpected conflict ${result.constraint}`));
      } else waiting.push(complaintId);
    });
  }
  if (failures.size > 0) throw new UnchangedError(action, failures);
  return changed;
}
