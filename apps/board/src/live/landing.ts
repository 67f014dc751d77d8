/**
 * Moves to just below the last loaded card of a column of which more is to come. Where such a card lands lies beyond
 * what is loaded, and it would vanish from under the hand that dropped it; so the loaded stretch is extended to it. That
 * is sound only once the stream has passed the move, and only when the card above it never changed meanwhile:
 * otherwise cards that are not loaded may lie between.
 */
import type { BoardBase, ReadWindow } from './board-base.ts';
import type { BoardCard } from './board-card.ts';
import { isAfter } from './cursor.ts';
import type { Overlay } from './overlay.ts';

interface Landing {
  above: BoardCard;
  window: ReadWindow;
  /** Where it landed; null until the server has answered. */
  landed: { card: BoardCard; cursor: string } | null;
}

export class Landings {
  readonly #base: BoardBase;
  readonly #byOverlay = new Map<Overlay, Landing>();

  constructor(base: BoardBase) {
    this.#base = base;
  }

  /** Takes note of a move that was just made, if it is one of these. */
  begin(overlay: Overlay): void {
    const { action } = overlay;
    const edge = action.kind === 'move' ? this.#base.edgeOf(action.toStage) : null;
    if (action.kind !== 'move' || edge === null || edge.id !== action.place.afterId) return;
    this.#byOverlay.set(overlay, { above: edge, window: this.#base.openWindow(), landed: null });
  }

  /** The server has placed the card. True: its overlay must stay until `advance` gives it back. */
  waits(overlay: Overlay, card: BoardCard, cursor: string): boolean {
    const landing = this.#byOverlay.get(overlay);
    const now = this.#base.cursor;
    if (landing === undefined || now === null) return false;
    landing.landed = { card, cursor };
    if (isAfter(cursor, now)) return true;
    this.#land(overlay, landing);
    return false;
  }

  /** The stream has gone on: lands what it has passed, and gives back the overlays that are done with. */
  advance(): Overlay[] {
    const now = this.#base.cursor;
    const done: Overlay[] = [];
    for (const [overlay, landing] of this.#byOverlay) {
      if (landing.landed === null || now === null || isAfter(landing.landed.cursor, now)) continue;
      this.#land(overlay, landing);
      done.push(overlay);
    }
    return done;
  }

  #land(overlay: Overlay, { above, landed }: Landing): void {
    if (landed !== null) {
      const { card, cursor } = landed;
      const edge = this.#base.edgeOf(card.stage);
      if (edge?.id === above.id && edge.revision === above.revision) this.#base.extendTo(card.stage, card.position);
      this.#base.settle(card, cursor);
    }
    this.forget(overlay);
  }

  forget(overlay: Overlay): void {
    const landing = this.#byOverlay.get(overlay);
    if (landing === undefined) return;
    this.#byOverlay.delete(overlay);
    this.#base.closeWindow(landing.window);
  }

  /** The board is loaded anew: those whose answer has come are done with. */
  reset(): Overlay[] {
    const done = [...this.#byOverlay].filter(([, { landed }]) => landed !== null).map(([overlay]) => overlay);
    this.#byOverlay.clear();
    return done;
  }
}
