/**
 * What is typed for a field that is still on its way. The palette's code comes when it is first asked for, and who
 * presses its key goes on typing: until its field has the focus the keys are kept here, and do nothing beneath.
 */
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
 * @param from what has the focus now: keys that come there are meant for the field already; those of what was chosen
 * since, as where the field does not come at all, are not
 * @param onEscape who waits no longer: the keys are nobody's, and do again what they do
 */
export function keepEarlyKeys(from: Element | null, onEscape: () => void): EarlyKeys {
  const stop = new AbortController();
  let early = NOTHING;
  const pressed = (event: KeyboardEvent) => {
    const { key, target } = event;
    // What had the focus may be gone meanwhile.
    const isElsewhere = target !== from && target !== document.body;
    if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey || key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    early = withKey(early, key);
    if (key !== 'Escape') return;
    stop.abort();
    onEscape();
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
