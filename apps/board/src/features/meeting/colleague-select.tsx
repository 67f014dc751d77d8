import { Select } from '@mantine/core';
import type { ComboboxItem, SelectProps } from '@mantine/core';
import { useMeetingT } from './meeting-texts.ts';
import { useColleagues } from './use-colleagues.ts';
import type { Colleague } from './use-colleagues.ts';

/** One colleague, found by typing a part of a name. */
export function ColleagueSelect({
  value,
  known = [],
  first = [],
  except,
  ...props
}: Pick<SelectProps, 'label' | 'onChange' | 'error' | 'clearable' | 'comboboxProps'> & {
  value: string | null;
  /** Whose names are here already. */
  known?: readonly Colleague[];
  /** Who comes first in the list. */
  first?: readonly Colleague[];
  /** Who is not offered. */
  except?: ReadonlySet<string | undefined>;
}) {
  const t = useMeetingT();
  const { people, isFound, typed, onType } = useColleagues(value === null ? [] : [value], [...known, ...first]);
  const leads = new Set(first.map(({ id }) => id));
  const words = typed.trim().toLowerCase();
  const offered = people
    .filter(({ id }) => !except?.has(id))
    .toSorted((a, b) => Number(leads.has(b.id)) - Number(leads.has(a.id)));
  const chosen = people.find(({ id }) => id === value);
  const isShown = ({ value: id, label }: ComboboxItem) =>
    isFound(id) || (leads.has(id) && (words === '' || chosen?.name === typed || label.toLowerCase().includes(words)));
  return (
    <Select
      {...props}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      searchValue={typed}
      onSearchChange={onType}
      filter={({ options }) => (options as ComboboxItem[]).filter(isShown)}
      maxDropdownHeight={320}
      nothingFoundMessage={t('fields.nothingFound')}
    />
  );
}
