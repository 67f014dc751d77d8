import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { EarlyKeys } from '../../app/early-keys.ts';
import { useViewer } from '../../app/viewer.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { useT } from '../../i18n/use-t.ts';
import { useCurrentBoard } from '../board/current-board.ts';
import { cardIdOf } from '../board/travel.ts';
import { useOpenForm } from '../board/use-open-form.ts';
import type { CallerIn } from './caller-in.ts';
import { callerWords } from './caller-words.ts';
import { commandsHere } from './commands.ts';
import type { Command } from './commands.ts';
import { FoundFace } from './found-face.tsx';
import { keyName } from './key-name.ts';
import { OverAll } from './over-all.tsx';
import type { Found } from './palette-documents.ts';
import classes from './palette.module.css';
import { callerItem, cardItems, itemsFor } from './palette-items.ts';
import { useEverywhere } from './use-everywhere.ts';
import { useLookup } from './use-lookup.ts';
import { useSearch } from './use-search.ts';

addMessages(paletteMessages);

interface Props {
  /** What had the focus when it was opened. On a card, it is that card's acts which are offered. */
  from: Element | null;
  /** What was typed before the field was there. */
  keys: EarlyKeys;
  onClose: () => void;
  onHelp: () => void;
}

interface Row extends Pick<Command, 'id' | 'key' | 'run' | 'staysOpen'> {
  label?: string;
  found: Omit<Found, 'id'> | null;
  /** A case out of the viewer's sight: it is told, and not opened. */
  isClosed?: boolean;
}

/** One field for everything: complaints by number and words, what can be done with the card in hand, and every screen. */
export function Palette({ from, keys, onClose, onHelp }: Props) {
  const t = useT();
  const viewer = useViewer();
  const router = useRouter();
  const navigate = useNavigate();
  const openForm = useOpenForm();
  const board = useCurrentBoard();
  const [cardId] = useState(() => (from === null ? null : cardIdOf(from)));
  const [here] = useState(() => commandsHere(from));
  const [text, setText] = useState('');
  // What an input method is still composing are no words yet.
  const [wanted, setWanted] = useState('');
  const { state, found } = useSearch(wanted);
  /** Enter came before the answer: the first row that answers is opened. */
  const [isAwaited, setAwaited] = useState(false);
  const [chosen, setChosen] = useState(0);
  const listId = useId();

  const go = (href: string) => router.history.push(href);
  const always = useEverywhere(go, onHelp);
  const { lookup, lookUp } = useLookup(wanted);
  const open = (number: string) =>
    void navigate({ to: '/complaints/$number', params: { number }, search: (search) => search });
  const lookUpCaller = (by: CallerIn) => {
    setChosen(0);
    lookUp(by);
  };
  const offered = [
    ...itemsFor([...cardItems(board, cardId, { openForm, open }, t), ...here, ...always], wanted),
    ...callerItem(wanted, viewer, lookUpCaller, t),
  ];
  const isCaller = lookup.state === 'found';
  const rows: Row[] = isCaller
    ? lookup.found.cases.map((one) => ({
        id: one.number,
        key: null,
        found: one,
        isClosed: one.complaint === null,
        run: () => open(one.number),
      }))
    : [
        ...offered.map((item) => ({ ...item, found: null })),
        ...found.map((one) => ({ id: one.id, key: null, found: one, run: () => open(one.number) })),
      ];
  // Answers come below what was offered at once: what is chosen stays what it was.
  const at = Math.min(chosen, rows.length - 1);
  const choose = (index: number) => {
    const next = (index + rows.length) % Math.max(1, rows.length);
    setChosen(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const run = (index: number) => {
    const row = rows[index];
    if (row === undefined || row.isClosed === true) return;
    if (row.staysOpen !== true) onClose();
    row.run();
  };
  const choosePressed = () => {
    // Rows of what was typed before are no answer to what stands there now.
    const row = rows[at];
    if (!isCaller && state === 'searching' && (row === undefined || row.found !== null)) setAwaited(true);
    else run(at);
  };
  const takeEarly = () => {
    const early = keys.take();
    if (early.text === '') return;
    setText(early.text);
    setWanted(early.text);
    setAwaited(early.isEntered);
  };
  const runFirst = useEffectEvent(() => run(0));
  useEffect(() => {
    if (isAwaited && state === 'ready') runFirst();
  }, [isAwaited, state]);
  const byKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at - 1);
    else if (event.key === 'Enter') choosePressed();
    else return;
    event.preventDefault();
  };
  return (
    <OverAll label={t('palette.title')} size={640} onClose={onClose}>
      <label className={classes.search}>
        <IconSearch size={18} stroke={1.8} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          data-autofocus
          autoFocus
          placeholder={t('palette.hint')}
          value={text}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setText(value);
            setChosen(0);
            setAwaited(false);
            if (!(event.nativeEvent as InputEvent).isComposing) setWanted(value);
          }}
          onFocus={takeEarly}
          onCompositionEnd={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={byKey}
        />
      </label>
      <div id={listId} role="listbox" aria-label={t('palette.results')} className={classes.list}>
        {rows.map((row, i) => (
          <div
            key={row.id}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === at}
            aria-disabled={row.isClosed || undefined}
            tabIndex={-1}
            className={classes.row}
            // The focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setChosen(i)}
            onClick={() => run(i)}
            onKeyDown={byKey}
          >
            {row.found === null ? row.label : <FoundFace found={row.found} />}
            {row.isClosed === true && <span className={classes.where}>{t('palette.caller.hidden')}</span>}
            {row.key !== null && (
              <kbd className={classes.key} data-keys>
                {keyName(row.key, t)}
              </kbd>
            )}
          </div>
        ))}
      </div>
      <div className={classes.foot} role="status">
        {lookup.state === 'idle' ? (
          <>
            {state === 'failed' && t('palette.failed')}
            {state === 'searching' && t('palette.searching')}
            {state === 'ready' && found.length === 0 && t('palette.nothing')}
          </>
        ) : (
          callerWords(lookup, t)
        )}
      </div>
    </OverAll>
  );
}
