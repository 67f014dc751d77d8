/** The keys of cards. What they do comes after the first cards, or with the first key, which then waits for it. */
import { loadLater } from '../../app/later.ts';
import { shortcutOf } from '../../app/shortcuts.ts';
import type { handleCardKey } from './keyboard-carry.ts';

type Handle = typeof handleCardKey;

let handle: Handle | null = null;
/** Keys that wait for their meaning, in the order in which they were pressed. */
let waiting: Parameters<Handle>[] = [];

async function load(): Promise<void> {
  ({ handleCardKey: handle } = await import('./keyboard-carry.ts'));
  const pressed = waiting;
  waiting = [];
  // In the turn in which the meaning comes: the next key must not overtake them.
  for (const key of pressed) handle(...key);
}

void loadLater(load);

/** Handles a key on a card's link; whatever it takes goes no further. */
export const onCardKey: Handle = (event, ...rest) => {
  if (handle !== null) {
    handle(event, ...rest);
    return;
  }
  // Enter follows the link by itself.
  const shortcut = shortcutOf('card', event);
  // Escape is none of the card's keys until one has lifted it; it must not overtake the key that does.
  const mayCancel = waiting.length > 0 && event.key === 'Escape';
  if (!mayCancel && (shortcut === null || shortcut === 'open')) return;
  event.preventDefault();
  event.stopPropagation();
  waiting.push([event, ...rest]);
  // At once where that can be; else with what is loaded later, when the server is back.
  load().catch(() => undefined);
};
