/** The cards that are selected for what is done with many at once, and why it was refused for some of them. */
import { useSyncExternalStore } from 'react';

let selected: ReadonlySet<string> = new Set();
let problems: ReadonlyMap<string, string> = new Map();
let selecting = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** Begins to select, or ends it and lets everything go. */
export function setSelecting(next: boolean): void {
  selecting = next;
  if (!next) {
    selected = new Set();
    problems = new Map();
  }
  tell();
}

/** Selects the card, or no longer; says how many are. The first one begins the selecting. */
export function toggleSelected(cardId: string): { isSelected: boolean; count: number } {
  const next = new Set(selected);
  const isSelected = !next.delete(cardId);
  if (isSelected) next.add(cardId);
  selected = next;
  if (!isSelected) forgetProblem(cardId);
  selecting ||= isSelected;
  tell();
  return { isSelected, count: selected.size };
}

function forgetProblem(cardId: string): void {
  const rest = new Map(problems);
  rest.delete(cardId);
  problems = rest;
}

/** What came of an action: those it was done with are let go, those that were refused stay, with the reason. */
export function settleSelected(done: readonly string[], refused: ReadonlyMap<string, string>): void {
  const rest = new Set(selected);
  for (const id of done) rest.delete(id);
  selected = rest;
  problems = refused;
  tell();
}

/** Selects again what was refused, and says why; what else was selected stays so. */
export function selectRefused(refused: ReadonlyMap<string, string>): void {
  selecting = true;
  selected = new Set([...selected, ...refused.keys()]);
  problems = refused;
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether cards are being selected. */
export function useSelecting(): boolean {
  return useSyncExternalStore(subscribe, () => selecting);
}

export function useSelected(cardId: string): boolean {
  return useSyncExternalStore(subscribe, () => selected.has(cardId));
}

/** All that are selected, in the order in which they were. */
export function useSelection(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => selected);
}

/** Why the last action was refused for this card; null when it was not. */
export function useSelectionProblem(cardId: string): string | null {
  return useSyncExternalStore(subscribe, () => problems.get(cardId) ?? null);
}
