import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { holidayPlacesQuery } from './calendar-documents.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  /** The code of a place; '' for nobody's holidays. */
  value: string;
  error: string | undefined;
  onChange: (place: string) => void;
}

/** Whose public holidays are free: China's with the weekends worked instead, another country's or state's, or nobody's. */
export function HolidayPlaceSelect({ value, error, onChange }: Props) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const [{ data }] = useQuery({ query: holidayPlacesQuery });
  const places = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    const country = (code: string, name: string) => names.of(code) ?? name;
    const label = ({ code, country: of, name }: { code: string; country: string; name: string }) =>
      code === of ? `${country(code, name)} (${code})` : `${country(of, of)} · ${name} (${code})`;
    const listed = (data?.holidayPlaces ?? []).map((place) => ({ value: place.code, label: label(place) }));
    // China first: its holidays come with weekends that are worked instead.
    return [...listed.filter((place) => place.value === 'CN'), ...listed.filter((place) => place.value !== 'CN')];
  }, [data, locale]);
  const known = value === '' || places.some((place) => place.value === value);
  return (
    <Select
      label={s('settings.holidays')}
      description={value === 'CN' ? s('settings.holidaysChina') : undefined}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={[{ value: '', label: s('settings.holidaysNone') }, ...(known ? [] : [{ value, label: value }]), ...places]}
      value={value}
      error={error}
      allowDeselect={false}
      searchable
      limit={60}
      nothingFoundMessage={t('fields.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(place) => onChange(place ?? '')}
    />
  );
}
