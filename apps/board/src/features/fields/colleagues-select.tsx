import { MultiSelect } from '@mantine/core';
import type { ComboboxItem } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { useT } from '../../i18n/use-t.ts';

/** Ids as one string, `''` for nobody, so that drafts are flat. */
export const namesList = (ids: string): string[] => (ids === '' ? [] : ids.split(' '));

/** Several colleagues by their ids, found by typing a part of a name. */
export function ColleaguesSelect({
  label,
  colleagues,
  value,
  onChange,
  description,
  required = false,
  error,
  search,
}: {
  label: string;
  colleagues: readonly { id: string; name: string }[];
  /** Ids with a blank between. */
  value: string;
  onChange: (ids: string) => void;
  description?: string;
  required?: boolean;
  error?: string | undefined;
  /** Where the server looks them up as one types; else those who are given are looked through. */
  search?: { typed: string; onType: (text: string) => void; isFound: (id: string) => boolean };
}) {
  const t = useT();
  const ids = namesList(value);
  return (
    <MultiSelect
      label={label}
      description={description}
      required={required}
      error={error}
      placeholder={ids.length > 0 ? '' : t('fields.chooseMember')}
      data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      value={ids}
      onChange={(chosen) => onChange(chosen.join(' '))}
      searchable
      {...(search && {
        searchValue: search.typed,
        onSearchChange: search.onType,
        filter: ({ options }) => (options as ComboboxItem[]).filter(({ value: id }) => search.isFound(id)),
      })}
      nothingFoundMessage={t('fields.nothingFound')}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
