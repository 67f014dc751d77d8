/**
 * A registration whose page was left before its answer came. What it gave is kept until a page shows it: its tracking
 * code is shown this once.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { Registered } from './use-register.ts';

type Left = { state: 'underWay' } | { state: 'registered'; registered: Registered };

let left: Left | null = null;
const listeners = new Set<() => void>();
let lookingOn = 0;

/** Null: it was refused or not heard of, or what it gave is shown. */
export function setLeft(next: Left | null): void {
  left = next;
  for (const listener of [...listeners]) listener();
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
