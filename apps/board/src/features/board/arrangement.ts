/**
 * How the cards of a column stand together, where that is not simply below each other: a board in lanes says so while it
 * is shown, and whoever carries a card, by pointer or by keys, carries it within its lane.
 */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Translate } from '../../i18n/translate.ts';
import type { BoardSession } from '../../live/board-session.ts';
import type { Slot } from './drag-state.ts';

export interface Arrangement {
  /** The cards of a stage that stand together with this one, top to bottom. */
  ids(cardId: string, stage: Stage): readonly string[];
  /** The slot under a point of the viewport; one of another lane than the carried card's names that lane. */
  slotUnder(point: { x: number; y: number }): Slot | null;
  reveal(cardId: string, stage: Stage, index: number): void;
  /** The card that lies beyond the last (1) or the first (-1) of those that stand together; undefined at the end. */
  beyond(cardId: string, stage: Stage, direction: 1 | -1): string | undefined;
  /** The slot for a card in the lane above (-1) or below (1) the one it is over, and what a drop does there; null at the end. */
  across(
    session: BoardSession,
    cardId: string,
    slot: Slot,
    step: 1 | -1,
    t: Translate,
  ): { slot: Slot; words: string } | null;
  /** The card was dropped on a slot of another lane. True when a form has opened, which then has the focus. */
  dropAcross(session: BoardSession, cardId: string, slot: Slot, t: Translate): boolean;
}

let current: Arrangement | null = null;

/** Called by the board that is shown; null when it goes. */
export function setArrangement(next: Arrangement | null): void {
  current = next;
}

export function getArrangement(): Arrangement | null {
  return current;
}

/** The cards of a stage among which a card stands, or would: its lane's, or the whole column's. */
export function idsBeside(session: BoardSession, cardId: string, stage: Stage): readonly string[] {
  return current?.ids(cardId, stage) ?? session.store.column(stage).ids;
}
