import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useViewer } from '../../app/viewer.tsx';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { channelPutMutation } from './channel-documents.ts';
import type { Channel, ChannelKind, ChannelSettings } from './channel-documents.ts';
import { WAITING_KINDS } from './entry-kinds.ts';
import classes from './notifications.module.css';
import { NO_QUIET_TIME, QuietFields } from './quiet-fields.tsx';
import { useChannelAction } from './use-channel-action.ts';
import { channelKindName, useNotifyT } from './use-notify-t.ts';

interface Props {
  /** Null: a new one. */
  channel: Channel | null;
  settings: ChannelSettings;
  onDone: () => void;
  onCancel: () => void;
}

/** A channel that is added or changed. What it carries is chosen in the table below; a new one carries what waits. */
export function ChannelForm({ channel, settings, onDone, onCancel }: Props) {
  const t = useT();
  const n = useNotifyT();
  const { member } = useViewer();
  const put = useChannelAction(channelPutMutation);
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? settings.options[0]?.kind ?? 'EMAIL');
  const [target, setTarget] = useState(channel === null && kind === 'EMAIL' ? (member.email ?? '') : '');
  const [secret, setSecret] = useState('');
  const [forgets, setForgets] = useState(false);
  const [quiet, setQuiet] = useState(channel?.quietTime ?? null);
  const option = settings.options.find((one) => one.kind === kind);
  const isMail = kind === 'EMAIL';
  const title = n(channel === null ? 'notify.addTitle' : 'notify.editTitle');

  const choose = (chosen: ChannelKind) => {
    setKind(chosen);
    setTarget(chosen === 'EMAIL' ? (member.email ?? '') : '');
    setSecret('');
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const input = {
      ...(channel !== null && { id: channel.id }),
      kind,
      target: target.trim() === '' && channel !== null ? null : target,
      secret: forgets ? '' : secret.trim() || null,
      kinds: channel?.kinds ?? [...WAITING_KINDS],
      quietTime: quiet,
      enabled: channel?.enabled ?? true,
    };
    if (await put.run({ input })) onDone();
  };
  const hint = () => {
    if (channel !== null) return n('notify.form.keep', { target: channel.target });
    return isMail
      ? undefined
      : n('notify.form.robotHint', { addresses: (option?.addresses ?? []).join(t('common.comma')) });
  };
  return (
    <form className={classes.form} aria-label={title} onSubmit={(event) => void submit(event)} noValidate>
      <h3 className={classes.formTitle}>{title}</h3>
      {channel === null && (
        <Select
          label={n('notify.form.kind')}
          value={kind}
          error={put.fields['kind']}
          allowDeselect={false}
          data={settings.options.map((one) => ({ value: one.kind, label: channelKindName(one.kind, n) }))}
          onChange={(value) => value !== null && choose(value as ChannelKind)}
        />
      )}
      <TextInput
        label={n(isMail ? 'notify.form.email' : 'notify.form.robot')}
        description={hint()}
        type={isMail ? 'email' : 'url'}
        inputMode={isMail ? 'email' : 'url'}
        autoComplete={isMail ? 'email' : 'off'}
        data-autofocus
        value={target}
        error={put.fields['target']}
        onChange={(event) => setTarget(event.currentTarget.value)}
      />
      {(option?.isSigned ?? false) && (
        <TextInput
          label={n('notify.form.secret')}
          description={n(channel?.isSigned === true ? 'notify.form.secretKeep' : 'notify.form.secretHint')}
          type="password"
          autoComplete="off"
          value={secret}
          disabled={forgets}
          error={put.fields['secret']}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      {channel?.isSigned === true && (
        <Checkbox
          label={n('notify.form.secretNone')}
          checked={forgets}
          onChange={(event) => setForgets(event.currentTarget.checked)}
        />
      )}
      <Notice kind="info">{n(isMail ? 'notify.form.mail' : 'notify.form.group')}</Notice>
      <QuietFields
        quiet={quiet}
        proposal={settings.companyQuietTime ?? NO_QUIET_TIME}
        errors={put.fields}
        onChange={setQuiet}
      />
      <SubmitFailure failure={put.failure} />
      {put.problem !== null && <Notice kind="problem">{put.problem}</Notice>}
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={put.busy}>
          {n('notify.save')}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
