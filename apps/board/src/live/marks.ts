import type { EventActor } from './board-event.ts';
import type { Timers } from './timers.ts';

/** How long a change by somebody else stays marked, in milliseconds (board.md, rule 4). */
export const MARK_MS = 2000;

/** Who changed a card just now, and by which event of the contract. */
export interface CardMark {
  type: string;
  /** Null: the system. */
  actorName: string | null;
}

/** The marks on cards that others changed. Each goes out by itself; a newer one on the same card starts anew. */
export class Marks {
  readonly #marks = new Map<string, { mark: CardMark; until: number }>();
  readonly #timers: Timers;
  readonly #changed: (cardId: string) => void;
  #wake: (() => void) | null = null;

  constructor(timers: Timers, changed: (cardId: string) => void) {
    this.#timers = timers;
    this.#changed = changed;
  }

  get(cardId: string): CardMark | null {
    return this.#marks.get(cardId)?.mark ?? null;
  }

  set(cardId: string, type: string, actor: EventActor): void {
    this.#marks.delete(cardId);
    this.#marks.set(cardId, { mark: { type, actorName: actor?.name ?? null }, until: this.#timers.now() + MARK_MS });
    this.#changed(cardId);
    if (this.#wake === null) this.#sleep(MARK_MS);
  }

  clear(): void {
    this.#wake?.();
    this.#wake = null;
    this.#marks.clear();
  }

  #sleep(ms: number): void {
    this.#wake = this.#timers.after(ms, () => this.#sweep());
  }

  /** Marks are kept in the order in which they end. */
  #sweep(): void {
    this.#wake = null;
    const now = this.#timers.now();
    for (const [cardId, { until }] of this.#marks) {
      if (until > now) {
        this.#sleep(until - now);
        return;
      }
      this.#marks.delete(cardId);
      this.#changed(cardId);
    }
  }
}
