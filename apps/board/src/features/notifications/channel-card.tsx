import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { channelPutMutation, channelRemoveMutation, channelTestMutation } from './channel-documents.ts';
import type { Channel, ChannelSettings } from './channel-documents.ts';
import { ChannelForm } from './channel-form.tsx';
import { asItIs } from './channel-put-input.ts';
import { LastDelivery } from './last-delivery.tsx';
import classes from './notifications.module.css';
import { useChannelAction } from './use-channel-action.ts';
import type { NotificationsState } from './use-notifications.ts';
import { channelKindName, useNotifyT } from './use-notify-t.ts';

interface Props {
  channel: Channel;
  settings: ChannelSettings;
  state: NotificationsState;
}

/** One channel: where it leads, when it is quiet, what came of the last message, and what can be done with it. */
export function ChannelCard({ channel, settings, state }: Props) {
  const n = useNotifyT();
  const [mode, setMode] = useState<'shown' | 'edited' | 'removed'>('shown');
  const put = useChannelAction(channelPutMutation);
  const test = useChannelAction(channelTestMutation);
  const { target, quietTime, enabled } = channel;
  const named = (action: string) => n('notify.of', { action, target });

  const done = () => {
    setMode('shown');
    state.reload();
  };
  const turn = async (on: boolean) => {
    if (await put.run({ input: { ...asItIs(channel), enabled: on } })) state.reload();
  };
  const tryIt = async () => {
    if (await test.run({ input: { id: channel.id } })) state.watch();
  };
  if (mode === 'edited') {
    return (
      <li className={classes.card}>
        <ChannelForm channel={channel} settings={settings} onDone={done} onCancel={() => setMode('shown')} />
      </li>
    );
  }
  return (
    <li className={classes.card} data-channel={channel.kind}>
      <div className={classes.cardHead}>
        <div className={classes.where}>
          <span className={classes.kind}>{channelKindName(channel.kind, n)}</span>
          <span className={classes.target}>{target}</span>
          {!enabled && <span className={classes.off}>{n('notify.off')}</span>}
        </div>
        <Checkbox
          label={n('notify.enabled')}
          aria-label={named(n('notify.enabled'))}
          checked={enabled}
          disabled={put.busy}
          onChange={(event) => void turn(event.currentTarget.checked)}
        />
      </div>
      {quietTime !== null && (
        <p className={classes.dim}>
          {n('notify.quiet.line', { from: quietTime.from, to: quietTime.to, zone: quietTime.timeZone })}
        </p>
      )}
      <LastDelivery last={channel.lastDelivery} />
      {mode === 'removed' ? (
        <Removal channel={channel} onDone={done} onCancel={() => setMode('shown')} />
      ) : (
        <div className={classes.buttons}>
          <Button
            size="xs"
            variant="default"
            loading={test.busy}
            aria-label={named(n('notify.test'))}
            onClick={() => void tryIt()}
          >
            {n('notify.test')}
          </Button>
          <Button size="xs" variant="default" aria-label={named(n('notify.edit'))} onClick={() => setMode('edited')}>
            {n('notify.edit')}
          </Button>
          <Button size="xs" variant="default" aria-label={named(n('notify.remove'))} onClick={() => setMode('removed')}>
            {n('notify.remove')}
          </Button>
        </div>
      )}
      {[put, test].map((action, i) => (
        <Against key={i} failure={action.failure} problem={action.problem ?? Object.values(action.fields)[0] ?? null} />
      ))}
    </li>
  );
}

function Removal({ channel, onDone, onCancel }: { channel: Channel; onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const n = useNotifyT();
  const remove = useChannelAction(channelRemoveMutation);
  const sure = async () => {
    if (await remove.run({ input: { id: channel.id } })) onDone();
  };
  return (
    <div className={classes.removal} role="group" aria-label={n('notify.remove')}>
      <p>{n('notify.remove.sure', { target: channel.target })}</p>
      <div className={classes.buttons}>
        <Button size="xs" data-autofocus autoFocus loading={remove.busy} onClick={() => void sure()}>
          {n('notify.remove.yes')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
      <Against failure={remove.failure} problem={remove.problem} />
    </div>
  );
}

function Against({ failure, problem }: Pick<ReturnType<typeof useChannelAction>, 'failure' | 'problem'>) {
  return (
    <>
      <SubmitFailure failure={failure} />
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
    </>
  );
}
