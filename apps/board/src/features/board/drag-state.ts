/**
 * The card that is being carried, by pointer or by keys, and where it would go. It lives outside React, because it
 * changes with every move of the pointer; a column renders only when the slot in it changes.
 */
import { useSyncExternalStore } from 'react';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { MoveVerdict } from './move-verdict.ts';

export interface Slot {
  stage: Stage;
  /** 0 above the first of the cards that stand together there as shown, n below the nth. */
  index: number;
  /** The lane, where it is another than the card's own. */
  otherLane?: string;
}

export interface Carried {
  cardId: string;
  by: 'pointer' | 'keyboard';
  from: Stage;
  verdicts: Record<Stage, MoveVerdict>;
  /** Null while the pointer is over no column. */
  slot: Slot | null;
}

let carried: Carried | null = null;
const listeners = new Set<() => void>();

export function getCarried(): Carried | null {
  return carried;
}

export function setCarried(next: Carried | null): void {
  carried = next;
  for (const listener of [...listeners]) listener();
}

/** Moves the carried card over another slot. */
export function carryTo(slot: Slot | null): void {
  if (carried === null) return;
  const { slot: before } = carried;
  const isSame = before?.stage === slot?.stage && before?.index === slot?.index;
  if (isSame && before?.otherLane === slot?.otherLane) return;
  setCarried({ ...carried, slot });
}

/** Calls with each lifting, dropping and each slot on the way. */
export function onCarried(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something of the carried card that one part of the board shows. */
export function useCarried<T extends string | number | boolean | null>(select: (now: Carried | null) => T): T {
  return useSyncExternalStore(onCarried, () => select(carried));
}

/** What a column has to say to the carried card; null while nothing is carried. */
export function useVerdict(stage: Stage): MoveVerdict | null {
  return useSyncExternalStore(onCarried, () => carried?.verdicts[stage] ?? null);
}

/** The slot of a column that the carried card is over; null when it is elsewhere. */
export function useSlot(stage: Stage): number | null {
  return useSyncExternalStore(onCarried, () => (carried?.slot?.stage === stage ? carried.slot.index : null));
}

/** Whether this card is the one that is carried, and how. */
export function useCarriedBy(cardId: string): Carried['by'] | null {
  return useSyncExternalStore(onCarried, () => (carried?.cardId === cardId ? carried.by : null));
}

/** The carried card's id where it is carried out of this column, so that the column keeps it rendered. */
export function useCarriedFrom(stage: Stage): string | null {
  return useSyncExternalStore(onCarried, () => (carried?.from === stage ? carried.cardId : null));
}
