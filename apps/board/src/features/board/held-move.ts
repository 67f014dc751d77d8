/**
 * A move that was dropped and still needs something from the person: the card shows at its new place with a form, and
 * nothing has been sent. There is at most one.
 */
import { useSyncExternalStore } from 'react';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { newKey } from '../../app/new-key.ts';
import type { BoardSession } from '../../live/board-session.ts';
import type { ActionAnswer, Place } from '../../live/transport.ts';
import { isFull } from './column-load.ts';
import { focusCard } from './focus-card.ts';
import { cardElement } from './travel.ts';

export interface HeldMove {
  key: string;
  session: BoardSession;
  cardId: string;
  toStage: Stage;
  place: Place;
  /** Whether the stage held as many as it may when the card was dropped there. */
  isFull: boolean;
}

let held: HeldMove | null = null;
const listeners = new Set<() => void>();

function set(next: HeldMove | null): void {
  held = next;
  for (const listener of [...listeners]) listener();
}

/** Shows the card at its new place and asks there for what the move needs. */
export function holdMove(session: BoardSession, cardId: string, toStage: Stage, place: Place): void {
  releaseMove();
  const card = session.store.told(cardId);
  const full = card !== undefined && isFull(session.store, card, toStage);
  const key = newKey();
  const predicted = session.store.predict(key, {
    kind: 'move',
    cardId,
    toStage,
    place,
    expectedVersion: null,
    reason: null,
    override: false,
  });
  if (predicted) set({ key, session, cardId, toStage, place, isFull: full });
}

/** Puts the held card back where it was. */
export function releaseMove(): void {
  if (held === null) return;
  const { session, key, cardId } = held;
  const hadFocus = holdsFocus(cardId);
  set(null);
  session.store.retract(key);
  if (hadFocus) focusCard(session, cardId);
}

/** The focus was in the form, or was lost with a button of it that went away: it belongs to the card. */
function holdsFocus(cardId: string): boolean {
  const { activeElement } = document;
  return activeElement === document.body || cardElement(cardId)?.contains(activeElement) === true;
}

/** Sends the held move, now that it has what it needs. Resolves with what the server says; null when nothing was held. */
export async function sendHeldMove(given: { reason: string | null; override: boolean }): Promise<ActionAnswer | null> {
  if (held === null) return null;
  const { session, key, cardId, toStage, place } = held;
  const expectedVersion = session.store.told(cardId)?.version ?? null;
  const hadFocus = holdsFocus(cardId);
  set(null);
  const answer = session.act({ kind: 'move', cardId, toStage, place, expectedVersion, ...given });
  session.store.retract(key);
  if (hadFocus) focusCard(session, cardId);
  return answer;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The held move of this card, if it is the one. */
export function useHeldMove(cardId: string): HeldMove | null {
  return useSyncExternalStore(subscribe, () => (held?.cardId === cardId ? held : null));
}
