import { Select } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (zone: string) => void;
}

let zones: { value: string; label: string }[] | null = null;

/** Every zone that the browser knows, with how far it is from UTC now. Made once: it takes a moment. */
function allZones(): { value: string; label: string }[] {
  zones ??= Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: `${zone} · ${offsetOf(zone)}` }));
  return zones;
}

function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
}

/** A time zone, found by typing any part of its name. */
export function TimeZoneSelect({ value, error, onChange }: Props) {
  const t = useT();
  const s = useSettingsT();
  const known = allZones();
  const data = known.some((zone) => zone.value === value) ? known : [{ value, label: value }, ...known];
  return (
    <Select
      label={s('settings.timeZone')}
      data={data}
      value={value}
      error={error}
      allowDeselect={false}
      searchable
      limit={60}
      nothingFoundMessage={t('fields.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(zone) => onChange(zone ?? value)}
    />
  );
}
