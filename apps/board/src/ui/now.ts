/**
 * One ticking clock for everything that counts down: a single timer, and each part renders only when the figure it
 * shows can have changed. The time is the server's once src/live has learnt it.
 */
import { useSyncExternalStore } from 'react';

let source: () => number = Date.now;

/** Says where the time comes from: ms since 1970 by the server's clock. */
export function setNowSource(now: () => number): void {
  source = now;
}

/** The server's time now, in ms since 1970. */
export function serverNow(): number {
  return source();
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const bySecond = () => Math.floor(source() / 1000) * 1000;
const byMinute = () => Math.floor(source() / 60_000) * 60_000;

/** The server's time, renewed each second or each minute (rounded down to it). */
export function useNow(step: 'second' | 'minute' = 'second'): number {
  return useSyncExternalStore(subscribe, step === 'second' ? bySecond : byMinute);
}
