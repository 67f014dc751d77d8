/** The keys of cards. What they do comes after the first cards, or with the first key, which then waits for it. */
import { loadLater } from '../../app/later.ts';
import { shortcutOf } from '../../app/shortcuts.ts';
import type { handleCardKey } from './keyboard-carry.ts';

type Handle = typeof handleCardKey;

let handle: Handle | null = null;
/** Whether a key waits for its meaning. */
let isWaiting = false;

async function load(): Promise<Handle> {
  const { handleCardKey: loaded } = await import('./keyboard-carry.ts');
  handle = loaded;
  return loaded;
}

const loading = loadLater(load);

/** Handles a key on a card's link; whatever it takes goes no further. */
export const onCardKey: Handle = (event, ...rest) => {
  if (handle !== null) {
    handle(event, ...rest);
    return;
  }
  // Enter follows the link by itself.
  const shortcut = shortcutOf('card', event);
  // Escape is none of the card's keys until one has lifted it; it must not overtake the key that does.
  const mayCancel = isWaiting && event.key === 'Escape';
  if (!mayCancel && (shortcut === null || shortcut === 'open')) return;
  isWaiting = true;
  event.preventDefault();
  event.stopPropagation();
  // At once where that can be; else when the server is back.
  const loaded = load().catch(() => loading);
  void loaded.then((meant) => meant(event, ...rest));
};
