/**
 * A registration whose page was left before its answer came. What it gave is kept until a page shows it: its tracking
 * code is shown this once.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { Refused, Registered } from './use-register.ts';

type Left =
  | { state: 'underWay' }
  | { state: 'registered'; registered: Registered }
  /** `refused`: what the server said; null when no answer came. */
  | { state: 'notDone'; refused: Refused | null };

let left: Left | null = null;
const listeners = new Set<() => void>();
let lookingOn = 0;

/** Null: nothing is left to show on the page. */
export function setLeft(next: Left | null): void {
  left = next;
  for (const listener of [...listeners]) listener();
}

/** It has been seen, unless something else is left by now. */
export function forget(seen: Left): void {
  if (left === seen) setLeft(null);
}

/** Whether a page is open that shows what comes. */
export function isLookedAt(): boolean {
  return lookingOn > 0;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was left; null when there is nothing, or the page is on its way out and shows nothing any more. */
export function useLeft(isOpen: boolean): Left | null {
  useEffect(() => {
    if (!isOpen) return undefined;
    lookingOn++;
    return () => {
      lookingOn--;
    };
  }, [isOpen]);
  const now = useSyncExternalStore(subscribe, () => left);
  return isOpen ? now : null;
}
