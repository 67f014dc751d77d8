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

/** The time as everything on screen has it: it changes with a tick only, so that one render never sees two. */
let shown = 0;

function tick(): void {
  shown = source();
  for (const each of listeners) each();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function shownRoundedTo(step: number): number {
  // Nothing ticked while nobody looked, and the clock may have been learnt anew.
  const now = source();
  if (Math.abs(now - shown) > 1500) shown = now;
  return Math.floor(shown / step) * step;
}

const bySecond = () => shownRoundedTo(1000);
const byMinute = () => shownRoundedTo(60_000);

/** The server's time, renewed each second or each minute (rounded down to it). */
export function useNow(step: 'second' | 'minute' = 'second'): number {
  return useSyncExternalStore(subscribe, step === 'second' ? bySecond : byMinute);
}
