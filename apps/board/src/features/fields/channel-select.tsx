import { Select } from '@mantine/core';
import { CHANNELS } from '@redress/domain/rules/vocabulary';
import { useT } from '../../i18n/use-t.ts';
import type { FieldProps } from './field-props.ts';

/** The channel by which something came or went. */
export function ChannelSelect(props: FieldProps) {
  const t = useT();
  return (
    <Select
      label={props.label}
      required={props.required ?? false}
      error={props.error}
      placeholder={t('fields.chooseChannel')}
      value={props.value === '' ? null : props.value}
      onChange={(channel) => props.onChange(channel ?? '')}
      data={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
      allowDeselect={false}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
