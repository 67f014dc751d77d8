import { Button, CloseButton, Drawer } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { InboxLists } from './inbox-lists.tsx';
import classes from './inbox.module.css';
import { useInboxList } from './use-inbox-list.ts';
import { useInboxT } from './use-inbox-t.ts';

/** The inbox over the board: what waits for the member, in the order in which it hurts; then news. */
export function InboxRoute() {
  const t = useT();
  const own = useInboxT();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(true);
  const list = useInboxList();
  return (
    <Drawer.Root
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={() => void navigate({ to: '/', search: (search) => search })}
      position="right"
      size={560}
      transitionProps={{ duration: 160 }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label={own('inbox.title')}>
        <Drawer.Body className={classes.body} tabIndex={-1} data-autofocus>
          <div className={classes.head}>
            <h2 className={classes.title}>{own('inbox.title')}</h2>
            {list.unread > 0 && (
              <Button size="xs" variant="default" onClick={() => void list.readAll()}>
                {own('inbox.readAll')}
              </Button>
            )}
            <Link to="/settings/notifications" className={classes.settings}>
              {own('inbox.settings')}
            </Link>
            <CloseButton aria-label={t('common.close')} onClick={() => setOpened(false)} />
          </div>
          <InboxLists list={list} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
