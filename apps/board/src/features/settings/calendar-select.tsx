import { Select } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import { useCalendars } from './use-calendars.ts';

interface Props {
  label: string;
  /** The code of a calendar; '' where none is an answer. */
  value: string;
  error: string | undefined;
  /** What no calendar of one's own is called; absent where there must be one. */
  none?: string;
  onChange: (code: string) => void;
}

/** A calendar of the company, by its name. */
export function CalendarSelect({ label, value, error, none, onChange }: Props) {
  const t = useT();
  const { calendars } = useCalendars();
  const known = calendars.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  // A code that nothing has any more is shown as it is, not as nothing.
  const lost = value === '' || calendars.some(({ code }) => code === value) ? [] : [{ value, label: value }];
  const nobody = none === undefined ? [] : [{ value: '', label: none }];
  return (
    <Select
      label={label}
      data={[...nobody, ...known, ...lost]}
      value={value}
      error={error}
      allowDeselect={false}
      searchable
      nothingFoundMessage={t('fields.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(code) => onChange(code ?? '')}
    />
  );
}
