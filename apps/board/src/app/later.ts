/** What stands beside the first cards comes after them, so that it does not keep them waiting. */
import { lazy } from 'react';
import type { ComponentType } from 'react';
import { quietPartOf } from './parts.ts';

/** The first cards have so long for themselves, and a busy page may put it off for as long again; in milliseconds. */
const FIRST_MS = 1_000;
/** Where the board does not come, nothing waits longer than this. */
const LONGEST_MS = 5_000;

let begin: () => void = () => undefined;

/** Resolves when there is time for what nobody waits for. */
export const later = new Promise<void>((resolve) => {
  begin = resolve;
  setTimeout(resolve, LONGEST_MS);
});

/** The page shows what it came for: a board its cards, or a page that has none itself. */
export function pageShown(): void {
  setTimeout(() => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(begin, { timeout: FIRST_MS });
    else begin();
  }, FIRST_MS);
}

/** Loads what the page can do without for a while: a server that is away just then breaks nothing. */
export async function loadLater<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  await later;
  return quietPartOf(load);
}

/** A part that is loaded once the board has shown its first cards and the page has nothing better to do. */
export function lazyLater<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadLater(load) }));
}
