/** Whether single keys work wherever the focus is. Who speaks to their computer needs them off: a word is many keys. */
import { useSyncExternalStore } from 'react';

const KEY = 'redress.singleKeys';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

let isOn = read();

export function singleKeys(): boolean {
  return isOn;
}

export function setSingleKeys(next: boolean): void {
  isOn = next;
  try {
    if (next) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // For as long as the page is open.
  }
  for (const listener of [...listeners]) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeys);
}
