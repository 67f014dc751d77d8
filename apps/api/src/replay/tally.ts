/** What a replay comes to, counted as it is played: what was done, what was refused, what had to be waived. */
import type { ActionResult, Outcome } from '@redress/domain/actions/context';
import type { RefusalData } from '@redress/domain/actions/refusal';

export class Tally {
  /** Actions that were committed, by name. */
  readonly done = new Map<string, number>();
  /** What the rules refused, by action and reason. */
  readonly refused = new Map<string, number>();
  /** Exit criteria that a coordinator waived because the log holds nothing that meets them, by criterion. */
  readonly waived = new Map<string, number>();

  /** Notes what came of an action, and gives its outcome; null when it was refused. */
  note(action: string, result: ActionResult): Outcome | null {
    if (result.ok) {
      add(this.done, action);
      return result.outcome;
    }
    add(this.refused, `${action}: ${reasonOf(result.refusal)}`);
    return null;
  }

  waive(criteria: readonly string[]): void {
    for (const criterion of criteria) add(this.waived, criterion);
  }

  /** Committed actions in all. */
  get actions(): number {
    return sum(this.done);
  }
}

function add<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function reasonOf(refusal: RefusalData): string {
  if (refusal.code === 'INVALID_INPUT')
    return refusal.issues.map(({ path, key }) => `${path.join('.')} ${key}`).join(', ');
  if (refusal.code === 'FORBIDDEN') return `FORBIDDEN ${refusal.action}`;
  return refusal.code;
}
