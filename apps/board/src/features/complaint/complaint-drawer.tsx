import { Button, CloseButton, Drawer, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { MessagePage } from '../../ui/message-page.tsx';
import { useAtComplaint } from '../presence/own-place.ts';
import { UndoBar } from '../undo/undo-bar.tsx';
import { ComplaintBody } from './complaint-body.tsx';
import classes from './complaint-drawer.module.css';
import { ComplaintHead } from './complaint-head.tsx';
import { ShownComplaint } from './shown-complaint.ts';
import { useComplaint } from './use-complaint.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** One complaint, whole, over the board: 560 px, or the whole screen of a phone. Escape closes it. */
export function ComplaintDrawer({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useT();
  const [opened, setOpened] = useState(true);
  const state = useComplaint(number);
  useReturnFocus(number);
  const close = () => setOpened(false);

  return (
    <Drawer.Root
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      position="right"
      size={560}
      returnFocus={false}
      transitionProps={{ duration: 160 }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content className={classes.content} aria-label={number}>
        <Drawer.Body className={classes.body} tabIndex={-1} data-autofocus>
          <CloseButton className={classes.close} aria-label={t('common.close')} onClick={close} />
          {state.state === 'ready' && (
            <>
              <AtComplaint id={state.complaint.id} />
              <ComplaintHead complaint={state.complaint} />
              <ShownComplaint value={state.complaint}>
                <ComplaintBody complaint={state.complaint} />
              </ShownComplaint>
            </>
          )}
          {state.state === 'loading' && <LoadingComplaint />}
          {state.state === 'missing' && (
            <MessagePage title={t('complaint.missing.title', { number })} text={t('complaint.missing.text')}>
              <Button onClick={close}>{t('common.toBoard')}</Button>
            </MessagePage>
          )}
          {state.state === 'left' && (
            <MessagePage title={t('complaint.left.title', { number })} text={t('complaint.left.text')}>
              <Button onClick={close}>{t('common.toBoard')}</Button>
            </MessagePage>
          )}
          {state.state === 'failed' && (
            <MessagePage title={t('complaint.failed.title')} text={t('complaint.failed.text', { number })}>
              <Button onClick={state.retry}>{t('common.retry')}</Button>
            </MessagePage>
          )}
          <UndoBar inDialog />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** The others see that this person is at the complaint. */
function AtComplaint({ id }: { id: string }) {
  useAtComplaint(id);
  return null;
}

function LoadingComplaint() {
  const t = useT();
  return (
    <div className={classes.loading} role="status" aria-label={t('common.loading')}>
      <Skeleton height={16} width={180} />
      <Skeleton height={28} />
      <Skeleton height={44} />
      <Skeleton height={96} />
      <Skeleton height={220} />
    </div>
  );
}
