import type { BoardCard } from './board-card.ts';

/** Positions are compared by code unit, as the server does. The id decides where two are equal for a moment. */
function isBefore(a: BoardCard, b: BoardCard): boolean {
  return a.position === b.position ? a.id < b.id : a.position < b.position;
}

/** The loaded cards of one column, always in order. Inserting and removing cost a binary search and a shift. */
export class SortedCards {
  readonly #cards: BoardCard[] = [];

  get size(): number {
    return this.#cards.length;
  }

  get last(): BoardCard | undefined {
    return this.#cards.at(-1);
  }

  #indexFor(card: BoardCard): number {
    let low = 0;
    let high = this.#cards.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#cards[middle];
      if (other !== undefined && isBefore(other, card)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  insert(card: BoardCard): void {
    this.#cards.splice(this.#indexFor(card), 0, card);
  }

  /** Removes the card as it was inserted: same id, same position. */
  remove(card: BoardCard): void {
    const index = this.#indexFor(card);
    if (this.#cards[index]?.id === card.id) this.#cards.splice(index, 1);
  }

  ids(): string[] {
    return this.#cards.map((card) => card.id);
  }

  [Symbol.iterator](): Iterator<BoardCard> {
    return this.#cards[Symbol.iterator]();
  }
}
