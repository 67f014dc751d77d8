import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { isInDialog } from '../../app/in-dialog.ts';
import { isTyping, shortcutOf } from '../../app/shortcuts.ts';
import { useInboxList } from '../inbox/use-inbox-list.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { canTakeBack, tellDone, useTold } from '../undo/offers.ts';
import { askToTakeBack } from '../undo/undo-bar.tsx';
import type { LineEnds } from './desk-line.tsx';
import { DeskLists } from './desk-lists.tsx';
import classes from './desk.module.css';
import { useDeskT } from './use-desk-t.ts';
import { useLineKeys } from './use-line-keys.ts';

/** The desk: all that waits for the member, in the order in which it hurts, each answered by a key; then news. */
export function DeskRoute() {
  const t = useDeskT();
  const root = useRef<HTMLDivElement>(null);
  const list = useInboxList();
  const { advance } = useLineKeys(root, list.state === 'ready');
  const told = useTold();
  const { reload } = list;
  const isUndone = told?.state.kind === 'undone';
  useEffect(() => {
    if (isUndone) reload();
  }, [isUndone, reload]);

  const onDone: LineEnds['onDone'] = (at, words, undo) => {
    tellDone({ words: () => words, undo: undo ?? null });
    advance(at);
  };
  useCommands(() =>
    list.unread === 0
      ? []
      : [
          {
            id: 'readAll',
            label: t('palette.readAll'),
            also: `inbox ${inBothLanguages('palette.readAll')}`,
            key: null,
            run: () => void list.readAll(),
          },
        ],
  );
  const byKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || isInDialog(event.target)) return;
    if (shortcutOf('desk', event) !== 'undo' || !canTakeBack(told)) return;
    event.preventDefault();
    askToTakeBack();
  };
  return (
    <div ref={root} className={classes.desk} role="presentation" onKeyDown={byKey}>
      <div className={classes.page}>
        <div className={classes.head}>
          <h1 className={classes.title}>{t('desk.title')}</h1>
          {list.unread > 0 && (
            <Button size="xs" variant="default" onClick={() => void list.readAll()}>
              {t('inbox.readAll')}
            </Button>
          )}
          <Link to="/settings/notifications" className={classes.way}>
            {t('inbox.settings')}
          </Link>
          <Link to="/" search={(search) => search} className={classes.way}>
            {t('common.toBoard')}
          </Link>
        </div>
        <DeskLists list={list} onDone={onDone} />
      </div>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </div>
  );
}
