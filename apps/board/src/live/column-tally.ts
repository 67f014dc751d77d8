import { isAfter } from './cursor.ts';
import type { ColumnCounts } from './transport.ts';

interface Delta {
  cursor: string;
  total: number;
  breached: number;
}

/**
 * The counts of a column that is loaded only in part: what the server counted at some cursor, and what events changed
 * since. Counts that were read ahead of the stream wait until the stream has come that far, so that nothing is counted
 * twice.
 */
export class ColumnTally {
  #counted: { cursor: string; counts: ColumnCounts };
  #deltas: Delta[] = [];
  #ahead: { cursor: string; counts: ColumnCounts } | null = null;

  constructor(cursor: string, counts: ColumnCounts) {
    this.#counted = { cursor, counts };
  }

  add(cursor: string, total: number, breached: number): void {
    if (total !== 0 || breached !== 0) this.#deltas.push({ cursor, total, breached });
  }

  /** Takes counts read at `cursor`, while the stream stands at `now`. */
  offer(cursor: string, counts: ColumnCounts, now: string): void {
    if (isAfter(cursor, now)) this.#ahead = { cursor, counts };
    else this.#take(cursor, counts);
  }

  /** The stream has come to `now`. Returns whether the counts changed by it. */
  advance(now: string): boolean {
    if (this.#ahead === null || isAfter(this.#ahead.cursor, now)) return false;
    this.#take(this.#ahead.cursor, this.#ahead.counts);
    this.#ahead = null;
    return true;
  }

  #take(cursor: string, counts: ColumnCounts): void {
    this.#counted = { cursor, counts };
    this.#deltas = this.#deltas.filter((delta) => isAfter(delta.cursor, cursor));
  }

  /** Nothing is being read: the deltas need no longer be told apart. */
  fold(now: string): void {
    if (this.#ahead !== null || this.#deltas.length === 0) return;
    this.#counted = { cursor: now, counts: this.counts() };
    this.#deltas = [];
  }

  counts(): ColumnCounts {
    const { total, breached, oldestReceivedAt } = this.#counted.counts;
    return {
      total: this.#deltas.reduce((sum, delta) => sum + delta.total, total),
      breached: this.#deltas.reduce((sum, delta) => sum + delta.breached, breached),
      oldestReceivedAt,
    };
  }
}
