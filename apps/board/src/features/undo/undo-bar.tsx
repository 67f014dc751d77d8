import { CloseButton, VisuallyHidden } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { onLeftBehind } from '../../app/left-behind.ts';
import { isTyping, SHORTCUTS, shortcutOf } from '../../app/shortcuts.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { undoMessages } from '../../i18n/messages/undo.ts';
import { useT } from '../../i18n/use-t.ts';
import buttons from '../board/card-button.module.css';
import { useCurrentBoard } from '../board/current-board.ts';
import { selectRefused } from '../board/selection.ts';
import { keyName } from '../palette/key-name.ts';
import { goBack } from './go-back.ts';
import { canTakeBack, putAway, takeBackTold, tellDone, useTold } from './offers.ts';
import type { TakenBack, Told } from './offers.ts';
import { stayedWords, toldWords } from './undo-words.ts';
import classes from './undo-bar.module.css';

addMessages(undoMessages);
addMessages(paletteMessages);

/** So long one may still think better of it; the way back that anybody may go at any time is another act. */
const STANDS_MS = 60_000;
/** Once it is taken back there is nothing left to decide. */
const UNDONE_MS = 6_000;

/**
 * What the member did last, and the way back from it; it stays for a minute, until something else is done or it is put
 * away. The page has one, and so has a dialog, outside of which nothing is in reach: there it is the dialog's.
 */
export function UndoBar({ inDialog = false }: { inDialog?: boolean }) {
  const isTop = useIsTop(inDialog);
  return isTop ? <TopBar inDialog={inDialog} /> : null;
}

function TopBar({ inDialog }: { inDialog: boolean }) {
  const t = useT();
  const board = useCurrentBoard();
  const bar = useRef<HTMLDivElement>(null);
  const told = useTold();
  const [spoken, setSpoken] = useState('');
  const words = told === null ? '' : toldWords(told, t);

  const router = useRouter();
  const goThere = (path: string) => {
    putAway();
    router.history.push(path);
  };
  const takeBack = async () => {
    const came = await takeBackTold((undo) => goBack(undo, board, t));
    if (came === null) return;
    if (came.came.kind === 'many') showStayed(came.came);
    const news = toldWords({ undo: came.undo, state: came.came }, t);
    // The same words twice would be silent the second time.
    setSpoken((before) => (before === news ? `${news}\u00a0` : news));
  };
  /** Those that stayed are selected again and say why, as where anything is refused that is done with many. */
  const showStayed = ({ stayed }: Extract<TakenBack, { kind: 'many' }>) => {
    const shown = stayed.filter(({ undo }) => board?.store.told(undo.complaintId) !== undefined);
    if (shown.length > 0) selectRefused(new Map(shown.map((one) => [one.undo.complaintId, stayedWords(one, t)])));
  };
  const byKey = useEffectEvent((event: KeyboardEvent) => {
    if (shortcutOf('everywhere', event) !== 'undo' || event.defaultPrevented || isTyping(event.target)) return;
    if (!canTakeBack(told)) return;
    event.preventDefault();
    if (!event.repeat) void takeBack();
  });
  const asked = useEffectEvent(() => void takeBack());
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', (event) => byKey(event), { signal: stop.signal });
    document.addEventListener(ASKED, () => asked(), { signal: stop.signal });
    return () => stop.abort();
  }, []);

  useEffect(
    () =>
      onLeftBehind(({ at, why }) =>
        tellDone({
          words: (into) => into('undo.leftBehind', { why: why ?? into('undo.noAnswer') }),
          undo: null,
          openAt: at,
        }),
      ),
    [],
  );

  const isOver = told?.state.kind === 'undone';
  useEffect(() => {
    if (told === null || told.openAt !== undefined) return undefined;
    // It does not go from under a hand that is on its way to it.
    const wait = isOver ? UNDONE_MS : STANDS_MS;
    const timer = setInterval(() => {
      if (bar.current?.matches(':hover, :focus-within') !== true) putAway();
    }, wait);
    return () => clearInterval(timer);
  }, [told, isOver]);

  const [key] = SHORTCUTS.everywhere.undo;
  return (
    <>
      <VisuallyHidden role="status">{told?.state.kind === 'open' && isSaidHere(told) ? words : spoken}</VisuallyHidden>
      {told !== null && (
        <div
          ref={bar}
          className={classes.bar}
          data-in-dialog={inDialog || undefined}
          role="group"
          aria-label={t('undo.label')}
        >
          <span className={classes.words}>{words}</span>
          {canTakeBack(told) && (
            <button type="button" className={buttons.quiet} onClick={() => void takeBack()}>
              {t('undo.do')}{' '}
              <kbd className={classes.key} data-keys>
                {keyName(key, t)}
              </kbd>
            </button>
          )}
          {told.openAt !== undefined && (
            <button type="button" className={buttons.quiet} onClick={() => goThere(told.openAt!)}>
              {t('undo.goThere')}
            </button>
          )}
          <CloseButton size="sm" aria-label={t('common.close')} onClick={putAway} />
        </div>
      )}
    </>
  );
}

/** The board, the drawer and the bar of what is done with many say themselves what was done there. */
function isSaidHere({ words, undo }: Told): boolean {
  return words !== undefined || (undo !== null && !('number' in undo) && undo.kind !== 'many');
}

const ASKED = 'redress:undo';

/** Takes back what was done last, for those who choose it elsewhere. */
export function askToTakeBack(): void {
  document.dispatchEvent(new Event(ASKED));
}

interface Shown {
  inDialog: boolean;
}
let bars: readonly Shown[] = [];
const listeners = new Set<() => void>();

function setBars(next: readonly Shown[]): void {
  bars = next;
  for (const listener of [...listeners]) listener();
}

/** Whether this bar is the one: the last of those in a dialog, whichever of them and the page's came first. */
function useIsTop(inDialog: boolean): boolean {
  const [self] = useState<Shown>(() => ({ inDialog }));
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  useEffect(() => {
    setBars([...bars, self]);
    return () => setBars(bars.filter((bar) => bar !== self));
  }, [self]);
  return useSyncExternalStore(subscribe, () => (bars.findLast((bar) => bar.inDialog) ?? bars.at(-1)) === self);
}
