import { CloseButton } from '@mantine/core';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isInDialog } from '../../app/in-dialog.ts';
import { isTyping, SHORTCUTS, shortcutOf } from '../../app/shortcuts.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { undoMessages } from '../../i18n/messages/undo.ts';
import { useT } from '../../i18n/use-t.ts';
import { keyName } from '../palette/key-name.ts';
import { announce } from './announcer.tsx';
import { useBoard } from './board-context.tsx';
import buttons from './card-button.module.css';
import classes from './undo-bar.module.css';
import { undoing, undoOf } from './undo.ts';
import type { Undo } from './undo.ts';

addMessages(undoMessages);
addMessages(paletteMessages);

/** So long one may still think better of it; the way back that anybody may go at any time is another move. */
const STANDS_MS = 60_000;

/** What the viewer did last, and the way back from it; it stays for a minute, until something else is done or it is put away. */
export function UndoBar() {
  const t = useT();
  const session = useBoard();
  const bar = useRef<HTMLDivElement>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [isTooLate, setTooLate] = useState(false);
  const show = useCallback((next: Undo | null) => {
    setUndo(next);
    setTooLate(false);
  }, []);
  useEffect(() => session.onDone((action, before, after) => show(undoOf(action, before, after))), [session, show]);

  const takeBack = async () => {
    if (undo === null || isTooLate) return;
    const { number } = undo;
    const action = undoing(undo, session.store, t('undo.reason'));
    if (action === null) {
      setTooLate(true);
      announce(t('undo.tooLate', { number }));
      return;
    }
    show(null);
    const answer = await session.act(action);
    // What was taken back is not offered to be taken back again. A refusal stands at the card.
    show(null);
    if (answer.ok) announce(t('undo.undone', { number }));
  };
  const byKey = useEffectEvent((event: KeyboardEvent) => {
    if (shortcutOf('board', event) !== 'undo' || event.defaultPrevented || undo === null) return;
    if (isTyping(event.target) || isInDialog(event.target)) return;
    event.preventDefault();
    if (!event.repeat) void takeBack();
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => byKey(event);
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  useEffect(() => {
    if (undo === null) return undefined;
    // It does not go from under a hand that is on its way to it.
    const timer = setInterval(() => {
      if (bar.current?.matches(':hover, :focus-within') !== true) show(null);
    }, STANDS_MS);
    return () => clearInterval(timer);
  }, [undo, show]);

  if (undo === null) return null;
  const { number, stage, back } = undo;
  const words =
    back.kind === 'assign'
      ? t('undo.assigned', { number })
      : back.toStage === stage
        ? t('undo.placed', { number })
        : t('undo.moved', { number, stage: t(`stage.${stage}`) });
  const [key] = SHORTCUTS.board.undo;
  return (
    <div ref={bar} className={classes.bar} role="group" aria-label={t('undo.label')}>
      <span className={classes.words}>{isTooLate ? t('undo.tooLate', { number }) : words}</span>
      {!isTooLate && (
        <button type="button" className={buttons.quiet} onClick={() => void takeBack()}>
          {t('undo.do')} <kbd className={classes.key}>{keyName(key, t)}</kbd>
        </button>
      )}
      <CloseButton size="sm" aria-label={t('common.close')} onClick={() => show(null)} />
    </div>
  );
}
