/** The keys of cards. What they do comes after the first cards, or with the first key, which then waits for it. */
import { later } from '../../app/later.ts';
import { shortcutOf } from '../../app/shortcuts.ts';
import type { handleCardKey } from './keyboard-carry.ts';

type Handle = typeof handleCardKey;

let handle: Handle | null = null;
let loading: Promise<Handle> | null = null;
/** Whether a key waits for its meaning. */
let isWaiting = false;

function load(): Promise<Handle> {
  loading ??= import('./keyboard-carry.ts').then((module) => (handle = module.handleCardKey));
  return loading;
}

void later.then(load);

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
  void load().then((loaded) => loaded(event, ...rest));
};
