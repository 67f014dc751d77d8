import { useState } from 'react';
import { subjectOf } from '../inbox/inbox-cards.ts';
import type { AnyCard } from '../inbox/inbox-cards.ts';

interface Held {
  card: AnyCard;
  /** Where it stood when it was taken hold of. */
  index: number;
}

/** The lines, with the one that somebody is typing at still where it was when it no longer waits. */
export function withHeld(cards: readonly AnyCard[], held: Held | null): readonly AnyCard[] {
  if (held === null || cards.some((card) => isSameLine(card, held.card))) return cards;
  return cards.toSpliced(held.index, 0, held.card);
}

export function isSameLine(a: AnyCard, b: AnyCard): boolean {
  return subjectOf(a) === subjectOf(b);
}

/**
 * Keeps a line in sight while a form is open at it or a refusal stands there, whoever has answered it meanwhile: what was
 * typed is not taken from under the hands. One at a time.
 */
export function useHeldLine(cards: readonly AnyCard[]) {
  const [held, setHeld] = useState<Held | null>(null);
  const shown = withHeld(cards, held);
  return {
    shown,
    isGone: (card: AnyCard) => !cards.some((other) => isSameLine(other, card)),
    hold: (card: AnyCard) => setHeld({ card, index: shown.findIndex((other) => isSameLine(other, card)) }),
    release: (card: AnyCard) => setHeld((now) => (now !== null && isSameLine(now.card, card) ? null : now)),
  };
}
