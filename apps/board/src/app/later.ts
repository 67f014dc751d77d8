/** What stands beside the first cards comes after them, so that it does not keep them waiting. */
import { lazy } from 'react';
import type { ComponentType } from 'react';

/** How long a busy page may put it off, in milliseconds. */
const LONGEST_MS = 2_000;

let begin: () => void = () => undefined;
const shown = new Promise<void>((resolve) => {
  begin = resolve;
});

/** The board shows its cards; called by the board. */
export function boardShown(): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(begin, { timeout: LONGEST_MS });
  else setTimeout(begin, 300);
}

/** A part that is loaded once the board has shown its first cards and the page has nothing better to do. */
export function lazyLater(load: () => Promise<ComponentType>) {
  return lazy(async () => {
    await shown;
    return { default: await load() };
  });
}
