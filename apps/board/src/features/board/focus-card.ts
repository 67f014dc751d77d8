import type { BoardSession } from '../../live/board-session.ts';
import { idsBeside } from './arrangement.ts';
import { revealSlot } from './column-geometry.ts';
import { cardElement } from './travel.ts';

/** How many frames a card may take to be rendered after its column has scrolled to it. */
const PATIENCE = 12;

/** Brings a card into sight and gives it the focus, wherever it shows now. */
export function focusCard(session: BoardSession, cardId: string): void {
  const card = session.store.card(cardId)?.card;
  if (card === undefined) return;
  revealSlot(cardId, card.stage, idsBeside(session, cardId, card.stage).indexOf(cardId));
  tryFocus(cardId, card.stage, PATIENCE);
}

/** Gives the focus to the card of a button that goes away with what it does; else the next key would start at the page's top. */
export function focusCardOf(button: HTMLElement): void {
  button.closest('article')?.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
}

function tryFocus(cardId: string, stage: string, frames: number): void {
  const element = cardElement(cardId);
  const link = element?.dataset['stage'] === stage ? element.querySelector<HTMLElement>('a[href]') : null;
  if (link !== null) link.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => tryFocus(cardId, stage, frames - 1));
}
