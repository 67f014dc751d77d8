import type { Stage } from '@redress/domain/rules/vocabulary';
import type { BoardCard } from './board-card.ts';
import { ColumnTally } from './column-tally.ts';
import { SortedCards } from './sorted-cards.ts';
import type { ColumnCounts, ColumnPage } from './transport.ts';

/** One column as the server told it: the loaded stretch from the top, and what is counted beyond. */
export class BaseColumn {
  readonly stage: Stage;
  readonly cards = new SortedCards();
  /** The last position of the loaded stretch; null when the whole column is loaded. */
  boundary: string | null = null;
  /** Where the next page starts; null when there is none. */
  next: string | null;
  readonly #tally: ColumnTally;

  constructor(page: ColumnPage, cursor: string) {
    this.stage = page.stage;
    this.next = page.next;
    this.#tally = new ColumnTally(cursor, page.counts);
    if (page.next !== null) this.boundary = page.cards.at(-1)?.position ?? '';
  }

  /** Whether a card at this position lies in the loaded stretch. */
  reaches(position: string): boolean {
    return this.boundary === null || position <= this.boundary;
  }

  /** The stretch was extended by a page. */
  extend(page: ColumnPage): void {
    this.next = page.next;
    const last = page.cards.at(-1)?.position;
    if (page.next === null) this.boundary = null;
    else if (last !== undefined) this.extendTo(last);
  }

  extendTo(position: string): void {
    if (this.boundary !== null && position > this.boundary) this.boundary = position;
  }

  count(cursor: string, total: number, breached: number): void {
    this.#tally.add(cursor, total, breached);
  }

  offerCounts(cursor: string, counts: ColumnCounts, now: string): void {
    this.#tally.offer(cursor, counts, now);
  }

  advance(now: string): boolean {
    return this.#tally.advance(now);
  }

  fold(now: string): void {
    this.#tally.fold(now);
  }

  /** A column that is wholly loaded counts its own cards, which is always exact; another relies on its tally. */
  counts(): ColumnCounts {
    if (this.boundary === null) return countCards(this.cards);
    const counted = this.#tally.counts();
    const loaded = countCards(this.cards);
    return {
      total: Math.max(counted.total, loaded.total),
      breached: Math.max(counted.breached, loaded.breached),
      oldestReceivedAt: earlier(counted.oldestReceivedAt, loaded.oldestReceivedAt),
    };
  }
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function countCards(cards: Iterable<BoardCard>): ColumnCounts {
  let total = 0;
  let breached = 0;
  let oldestReceivedAt: string | null = null;
  for (const card of cards) {
    total += 1;
    if (card.isBreached) breached += 1;
    oldestReceivedAt = earlier(oldestReceivedAt, card.receivedAt);
  }
  return { total, breached, oldestReceivedAt };
}
