/** A column of the held board: its cards in the order of their positions, and what its head says of all of them. */
import type { Stage } from '../rules/vocabulary.ts';
import type { ComplaintView } from './complaint-view.ts';
import type { PageRequest } from './connection.ts';
import type { HeldCard } from './held-board.ts';

export interface Tally {
  totalCount: number;
  breachedCount: number;
  oldestReceivedAt: Date | null;
}

export class HeldColumn {
  private cards: HeldCard[] = [];
  /** Of all its cards, until one of them changes. */
  private known: Tally | null = null;

  insert(card: HeldCard): void {
    this.cards.splice(this.indexOf(card.view.position), 0, card);
    this.known = null;
  }

  remove(card: HeldCard): void {
    const index = this.indexOf(card.view.position);
    if (this.cards[index]?.view.id !== card.view.id) throw new Error(`no card lies at ${card.view.position}`);
    this.cards.splice(index, 1);
    this.known = null;
  }

  clear(): void {
    this.cards = [];
    this.known = null;
  }

  tally(): Tally {
    return (this.known ??= this.tallyOf(() => true));
  }

  tallyOf(isShown: (card: HeldCard) => boolean): Tally {
    const tally: Tally = { totalCount: 0, breachedCount: 0, oldestReceivedAt: null };
    for (const card of this.cards) {
      if (!isShown(card)) continue;
      const { isBreached, receivedAt } = card.view;
      tally.totalCount += 1;
      if (isBreached) tally.breachedCount += 1;
      if (tally.oldestReceivedAt === null || receivedAt < tally.oldestReceivedAt) tally.oldestReceivedAt = receivedAt;
    }
    return tally;
  }

  /** What is shown of it behind the request's cursor: one card more than its limit, when there are so many. */
  page(stage: Stage, { after, limit }: PageRequest, isShown: (card: HeldCard) => boolean): ComplaintView[] {
    if (after !== null && after[0] !== stage) return [];
    const views: ComplaintView[] = [];
    for (let index = after === null ? 0 : this.indexBehind(after[1]!); index < this.cards.length; index += 1) {
      if (views.length > limit) break;
      const card = this.cards[index]!;
      if (isShown(card)) views.push(card.view);
    }
    return views;
  }

  /** The positions right above and right below a place, leaving out the cards that are elsewhere by now. */
  around(position: string, isElsewhere: (id: string) => boolean): { above: string | null; below: string | null } {
    const index = this.indexOf(position);
    const isThere = this.cards[index]?.view.position === position;
    return {
      above: this.nearest(index - 1, -1, isElsewhere),
      below: this.nearest(isThere ? index + 1 : index, 1, isElsewhere),
    };
  }

  /** The position of the topmost card, leaving some out; null in an empty column. */
  top(isElsewhere: (id: string) => boolean): string | null {
    return this.nearest(0, 1, isElsewhere);
  }

  /** Ids from the top on, at most so many. */
  ids(atMost: number): string[] {
    return this.cards.slice(0, atMost).map(({ view }) => view.id);
  }

  private nearest(from: number, step: 1 | -1, isElsewhere: (id: string) => boolean): string | null {
    for (let index = from; ; index += step) {
      const card = this.cards[index];
      if (card === undefined) return null;
      if (!isElsewhere(card.view.id)) return card.view.position;
    }
  }

  private indexBehind(position: string): number {
    const index = this.indexOf(position);
    return this.cards[index]?.view.position === position ? index + 1 : index;
  }

  /** Where the position is, or would be. By code unit, as the database compares them (docs/SPEC.md, OR1). */
  private indexOf(position: string): number {
    let low = 0;
    let high = this.cards.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.cards[middle]!.view.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
