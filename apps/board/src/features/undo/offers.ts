/**
 * What the member did last, and the way back from it where there is one: one for the whole app, whichever screen it was
 * done on. Whoever carries an act tells of it here; the bar shows it, and Ctrl or ⌘ with Z takes it back.
 */
import { useSyncExternalStore } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import type { Undo, UndoOfMany } from './undo.ts';

/** What came of going back by one act. */
export type OneTakenBack =
  | { kind: 'undone' }
  /** Somebody has gone on from there, or the rules don't let it back any more. */
  | { kind: 'changed' }
  /** The server's reason, in words. */
  | { kind: 'refused'; message: string }
  /** No answer came: it may be tried again. */
  | { kind: 'unheard' };

/** One of many that did not go back, and why. */
export interface Stayed {
  undo: UndoOfMany;
  why: Exclude<OneTakenBack, { kind: 'undone' }>;
}

/** What came of going back. */
export type TakenBack = OneTakenBack | { kind: 'many'; done: number; stayed: readonly Stayed[] };

/** An act that was carried out. */
export interface Done {
  /** What was done; the words that the way back has by itself when left out. */
  words?: (t: Translate) => string;
  /** Null: it is only said, and not taken back. */
  undo: Undo | null;
  /** Where something is left to do, as a path within the app: it is told until it is put away. */
  openAt?: string;
}

export interface Told extends Done {
  state: { kind: 'open' } | { kind: 'busy' } | TakenBack;
}

let told: Told | null = null;
const listeners = new Set<() => void>();

function set(next: Told | null): void {
  told = next;
  for (const listener of [...listeners]) listener();
}

/** Tells of an act; whatever was told before it is not taken back any more. */
export function tellDone(done: Done): void {
  const isNothing = done.undo === null && done.words === undefined;
  set(isNothing ? null : { ...done, state: { kind: 'open' } });
}

/** Puts away what is told. */
export function putAway(): void {
  set(null);
}

/** Whether what is told can be taken back now. */
export function canTakeBack(now: Told | null): now is Told & { undo: Undo } {
  return now !== null && now.undo !== null && restOf(now.undo, now.state) !== null;
}

/** What may still be taken back: all of it, of many those that no answer came for, or nothing. */
function restOf(undo: Undo, state: Told['state']): Undo | null {
  if (state.kind === 'open' || state.kind === 'unheard') return undo;
  if (state.kind !== 'many') return null;
  const each = state.stayed.filter(({ why }) => why.kind === 'unheard').map((one) => one.undo);
  return each.length === 0 ? null : { kind: 'many', each };
}

/**
 * Takes back what is told, once. An act that finishes meanwhile is told instead, and keeps its own way back.
 * @returns what was to be taken back and what came of it; null when there was nothing
 */
export async function takeBackTold(
  goBack: (undo: Undo) => Promise<TakenBack>,
): Promise<{ undo: Undo; came: TakenBack } | null> {
  if (!canTakeBack(told)) return null;
  const undo = restOf(told.undo, told.state)!;
  const mine: Told & { undo: Undo } = { ...told, undo, state: { kind: 'busy' } };
  set(mine);
  const came = await goBack(mine.undo);
  if (told === mine) set({ ...mine, state: came });
  return { undo: mine.undo, came };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was done last; null when nothing is told of. */
export function useTold(): Told | null {
  return useSyncExternalStore(subscribe, () => told);
}

/** What was done last, for those who ask once. */
export function toldNow(): Told | null {
  return told;
}
