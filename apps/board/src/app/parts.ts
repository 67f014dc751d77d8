/** The parts of the app that come when they are needed, in this browser; and what to say of those that don't come. */
import { lazy, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { loadPart } from './load-part.ts';
import type { PartsWord, PartsWorld, ServerWord } from './load-part.ts';

const listeners = new Set<() => void>();
/** How many parts somebody waits for in vain just now. */
let missing = 0;
let isReplaced = false;

function change(by: number): void {
  missing += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What there is to say of the parts that somebody waits for. */
export function usePartsWord(): PartsWord {
  return useSyncExternalStore(subscribe, () => {
    if (isReplaced) return 'replaced';
    return missing > 0 ? 'away' : 'coming';
  });
}

const brokenStyles = new Set<HTMLLinkElement>();
let mending: Promise<void> = Promise.resolve();

function noteBroken({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') brokenStyles.add(target);
}

async function mendBroken(): Promise<void> {
  const asked = [...brokenStyles].map((broken) => {
    const link = broken.cloneNode() as HTMLLinkElement;
    const loaded = new Promise<void>((resolve, reject) => {
      link.addEventListener('load', () => resolve());
      link.addEventListener('error', () => reject(new Error(`${link.href} did not come`)));
    });
    brokenStyles.delete(broken);
    broken.replaceWith(link);
    return loaded;
  });
  await Promise.all(asked);
}

/** One after the other: whoever comes while another one mends waits for those styles too. */
function mendStyles(): Promise<void> {
  mending = mending.then(mendBroken, mendBroken);
  return mending;
}

/** Each release names its first script by its content. */
async function askServer(): Promise<ServerWord> {
  const script = document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';
  try {
    const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } });
    if (!answer.ok) return 'away';
    return (await answer.text()).includes(script) ? 'same' : 'replaced';
  } catch {
    return 'away';
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @param isAwaited whether somebody waits for it: only then does the page say that it does not come. */
function worldOf(isAwaited: boolean): PartsWorld {
  // Once, however often it is added.
  document.addEventListener('error', noteBroken, true);
  let isMissing = false;
  return {
    mendStyles,
    askServer,
    pause,
    tell(word) {
      isReplaced ||= word === 'replaced';
      const before = Number(isMissing);
      isMissing = isAwaited && word === 'away';
      change(Number(isMissing) - before);
    },
  };
}

/** Loads what somebody waits for; the page says when it does not come. */
export function partOf<Part>(load: () => Promise<Part>): Promise<Part> {
  return loadPart(load, worldOf(true));
}

/** Loads what the page can do without for a while. */
export function quietPartOf<Part>(load: () => Promise<Part>): Promise<Part> {
  return loadPart(load, worldOf(false));
}

/** A part whose code comes when it is first shown. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await partOf(load) }));
}
