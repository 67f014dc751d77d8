import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isInDialog } from '../../app/in-dialog.ts';
import { isTyping, shortcutOf } from '../../app/shortcuts.ts';
import { useInboxList } from '../inbox/use-inbox-list.ts';
import { DeskLists } from './desk-lists.tsx';
import { DeskSaid } from './desk-said.tsx';
import { useUndo } from './desk-undo.ts';
import type { Undo } from './desk-undo.ts';
import classes from './desk.module.css';
import { useDeskT } from './use-desk-t.ts';
import { useLineKeys } from './use-line-keys.ts';

interface Said {
  words: string;
  undo: Undo | null;
}

/** The desk: all that waits for the member, in the order in which it hurts, each answered by a key; then news. */
export function DeskRoute() {
  const t = useDeskT();
  const root = useRef<HTMLDivElement>(null);
  const list = useInboxList();
  const { advance } = useLineKeys(root, list.state === 'ready');
  const [said, setSaid] = useState<Said>({ words: '', undo: null });
  const undo = useUndo(list.reload);

  const onDone = (words: string, back?: Undo) => {
    undo.dismiss();
    setSaid({ words, undo: back ?? null });
    advance();
  };
  const takeBack = async () => {
    if (said.undo === null || !(await undo.run(said.undo))) return;
    setSaid({ words: t('desk.undone', { number: said.undo.number }), undo: null });
  };
  const byKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || isInDialog(event.target)) return;
    if (shortcutOf('desk', event) !== 'undo' || said.undo === null) return;
    event.preventDefault();
    void takeBack();
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
      <DeskSaid
        words={said.words}
        canUndo={said.undo !== null}
        busy={undo.busy}
        problem={undo.problem}
        onUndo={() => void takeBack()}
      />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </div>
  );
}
