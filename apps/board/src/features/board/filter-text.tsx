import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import classes from './filter-bar.module.css';

/** How long the typing pauses before the board is narrowed, in milliseconds. */
const PAUSE_MS = 300;

/** Narrows the board by words as one types. */
export function FilterText({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  // What an input method is still composing are no words yet.
  const [isComposing, setComposing] = useState(false);

  // The filter was changed from elsewhere: a link, the back button, "clear".
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    const text = typed.trim();
    if (isComposing || text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, isComposing, onChange]);

  return (
    <label className={classes.text}>
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <input
        type="search"
        value={typed}
        placeholder={t('board.filter.text')}
        aria-label={t('board.filter.text')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) setTyped('');
        }}
      />
    </label>
  );
}
