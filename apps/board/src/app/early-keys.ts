/**
 * What is typed for a field that is still on its way. The palette's code comes when it is first asked for, and who
 * presses its key goes on typing: until its field has the focus the keys are kept here, and do nothing beneath.
 */
import { isTyping } from './shortcuts.ts';

export interface Early {
  text: string;
  /** Enter came last: what the text leads to is to be opened. */
  isEntered: boolean;
}

const NOTHING: Early = { text: '', isEntered: false };

function withKey({ text }: Early, key: string): Early {
  const letters = [...text];
  if (key === 'Backspace') letters.pop();
  else if ([...key].length === 1) letters.push(key);
  return { text: letters.join(''), isEntered: key === 'Enter' };
}

export interface EarlyKeys {
  /** What was typed so far, once; from now on the field has the keys itself. */
  take: () => Early;
}

/**
 * @param from what has the focus now: keys that come there are meant for the field already; those of a field that was
 * chosen since are not
 */
export function keepEarlyKeys(from: Element | null, onEscape: () => void): EarlyKeys {
  const stop = new AbortController();
  let early = NOTHING;
  const pressed = (event: KeyboardEvent) => {
    const { key, target } = event;
    const isElsewhere = target !== from && isTyping(target);
    if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey || key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') onEscape();
    early = withKey(early, key);
  };
  document.addEventListener('keydown', pressed, { capture: true, signal: stop.signal });
  return {
    take() {
      stop.abort();
      const taken = early;
      early = NOTHING;
      return taken;
    },
  };
}
