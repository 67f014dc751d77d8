import { Button } from '@mantine/core';
import { useState } from 'react';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ChannelForm } from './channel-form.tsx';
import { FailedDeliveries } from './failed-deliveries.tsx';
import { KindTable } from './kind-table.tsx';
import classes from './notifications.module.css';
import { useNotifications } from './use-notifications.ts';
import type { Notifications, NotificationsState } from './use-notifications.ts';
import { useNotifyT } from './use-notify-t.ts';

/** How the member is told beside their inbox: on which ways, of what, and when not. */
export function NotificationsPage() {
  const n = useNotifyT();
  const state = useNotifications();
  return (
    <div className={classes.page}>
      <div>
        <h1 className={classes.title}>{n('notify.title')}</h1>
        <p className={classes.dim}>{n('notify.about')}</p>
      </div>
      {state.failed && <RetryNotice onRetry={state.reload}>{n('notify.failed')}</RetryNotice>}
      {state.data === null && !state.failed && <LoadingLines heights={[240]} />}
      {state.data !== null && (
        <>
          <Channels data={state.data} state={state} />
          {state.data.channels.length > 0 && <KindTable channels={state.data.channels} onSaved={state.reload} />}
          {(state.data.channels.length > 0 || state.data.failures.length > 0) && (
            <FailedDeliveries failures={state.data.failures} onQueued={state.watch} />
          )}
        </>
      )}
    </div>
  );
}

function Channels({ data: { channels, settings }, state }: { data: Notifications; state: NotificationsState }) {
  const n = useNotifyT();
  const [isAdding, setAdding] = useState(false);
  const isFull = channels.length >= settings.maxChannels;
  return (
    <section className={classes.section} aria-labelledby="notify-channels">
      <h2 id="notify-channels" className={classes.heading}>
        {n('notify.channels')}
      </h2>
      {channels.length === 0 && <p className={classes.dim}>{n('notify.none')}</p>}
      {!settings.options.some(({ kind }) => kind === 'EMAIL') && <Notice kind="info">{n('notify.noMail')}</Notice>}
      <ul className={classes.cards}>
        {channels.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} settings={settings} state={state} />
        ))}
        {isAdding && (
          <li className={classes.card}>
            <ChannelForm
              channel={null}
              settings={settings}
              onCancel={() => setAdding(false)}
              onDone={() => {
                setAdding(false);
                state.reload();
              }}
            />
          </li>
        )}
      </ul>
      {!isAdding && !isFull && (
        <Button size="sm" className={classes.add} onClick={() => setAdding(true)}>
          {n('notify.add')}
        </Button>
      )}
      {isFull && <p className={classes.dim}>{n('notify.full', { max: settings.maxChannels })}</p>}
    </section>
  );
}
