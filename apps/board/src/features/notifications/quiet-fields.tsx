import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Channel } from './channel-documents.ts';
import classes from './notifications.module.css';
import { useNotifyT } from './use-notify-t.ts';

type QuietTime = NonNullable<Channel['quietTime']>;

/** What is proposed where the company keeps no quiet hours. */
export const NO_QUIET_TIME: QuietTime = {
  from: '22:00',
  to: '08:00',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** Quiet hours, on or off; what was typed survives switching them off and on. */
export function QuietFields({
  quiet,
  proposal,
  errors,
  onChange,
}: {
  quiet: QuietTime | null;
  proposal: QuietTime;
  errors: Readonly<Record<string, string>>;
  onChange: (quiet: QuietTime | null) => void;
}) {
  const t = useNotifyT();
  const [kept, setKept] = useState(quiet ?? proposal);
  const [zones] = useState(() => [...new Set([proposal.timeZone, ...Intl.supportedValuesOf('timeZone')])]);
  const set = (part: Partial<QuietTime>) => {
    const changed = { ...kept, ...part };
    setKept(changed);
    onChange(changed);
  };
  return (
    <fieldset className={classes.quiet}>
      <Checkbox
        label={t('notify.quiet')}
        description={t('notify.quiet.hint')}
        checked={quiet !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? kept : null)}
      />
      {quiet !== null && (
        <div className={classes.times}>
          <TextInput
            label={t('notify.quiet.from')}
            type="time"
            value={quiet.from}
            error={errors['quietTime.from']}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <TextInput
            label={t('notify.quiet.to')}
            type="time"
            value={quiet.to}
            error={errors['quietTime.to']}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
          <Select
            className={classes.zone}
            label={t('notify.quiet.zone')}
            searchable
            allowDeselect={false}
            limit={60}
            data={zones}
            value={quiet.timeZone}
            error={errors['quietTime.timeZone']}
            onChange={(timeZone) => timeZone !== null && set({ timeZone })}
          />
        </div>
      )}
    </fieldset>
  );
}
