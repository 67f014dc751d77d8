import type { Stage } from '@redress/domain/rules/vocabulary';
import { KeyedListeners } from './keyed-listeners.ts';

/**
 * Who wants to hear of which part of the board. Changes gather until the next flush, so that a burst of events (a
 * catch-up, an import) costs one rendering and not thousands.
 */
export class ChangeFeed {
  readonly #schedule: (flush: () => void) => void;
  readonly #dirtyCards = new Set<string>();
  readonly #dirtyColumns = new Set<Stage>();
  #phaseIsDirty = false;
  readonly #travelled = new Set<string>();
  readonly #anyListeners = new Set<() => void>();
  #flushIsDue = false;
  /** How often anything has changed: the snapshot of who looks at the whole board. */
  generation = 0;

  readonly #cardListeners = new KeyedListeners<string>();
  readonly #columnListeners = new KeyedListeners<Stage>();
  readonly #phaseListeners = new KeyedListeners<'phase'>();
  readonly #travelListeners = new Set<(cardIds: readonly string[]) => void>();

  constructor(schedule: (flush: () => void) => void) {
    this.#schedule = schedule;
  }

  onCard(id: string, listener: () => void): () => void {
    return this.#cardListeners.add(id, listener);
  }

  onColumn(stage: Stage, listener: () => void): () => void {
    return this.#columnListeners.add(stage, listener);
  }

  onPhase(listener: () => void): () => void {
    return this.#phaseListeners.add('phase', listener);
  }

  onTravel(listener: (cardIds: readonly string[]) => void): () => void {
    this.#travelListeners.add(listener);
    return () => this.#travelListeners.delete(listener);
  }

  /** Hears once of each flush, whatever has changed. */
  onAny(listener: () => void): () => void {
    this.#anyListeners.add(listener);
    return () => this.#anyListeners.delete(listener);
  }

  touchCard(id: string): void {
    this.#dirtyCards.add(id);
    this.#flushSoon();
  }

  touchColumn(stage: Stage): void {
    this.#dirtyColumns.add(stage);
    this.#flushSoon();
  }

  touchPhase(): void {
    this.#phaseIsDirty = true;
    this.#flushSoon();
  }

  travelled(id: string): void {
    this.#travelled.add(id);
    this.#flushSoon();
  }

  #flushSoon(): void {
    if (this.#flushIsDue) return;
    this.#flushIsDue = true;
    this.#schedule(() => this.flush());
  }

  /** Tells of everything since the last flush, travels first: their listeners still see the cards where they stood. */
  flush(): void {
    this.#flushIsDue = false;
    const travelled = take(this.#travelled);
    const cards = take(this.#dirtyCards);
    const columns = take(this.#dirtyColumns);
    const phase = this.#phaseIsDirty;
    this.#phaseIsDirty = false;
    if (travelled.length > 0) for (const listener of this.#travelListeners) listener(travelled);
    for (const id of cards) this.#cardListeners.notify(id);
    for (const stage of columns) this.#columnListeners.notify(stage);
    if (phase) this.#phaseListeners.notify('phase');
    this.generation += 1;
    for (const listener of this.#anyListeners) listener();
  }
}

function take<T>(set: Set<T>): T[] {
  const all = [...set];
  set.clear();
  return all;
}
