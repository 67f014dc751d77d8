import { MultiSelect } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useT } from '../../i18n/use-t.ts';
import { membersQuery } from './people-documents.ts';
import type { Person, Role } from './people-documents.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props<Part extends string> {
  label: string;
  /** What somebody can be, beside being themselves: choices of the same field. */
  parts?: { group: string; choices: readonly { value: Part; label: string }[]; chosen: readonly Part[] };
  people: readonly Person[];
  /** Only those who hold this role are offered. */
  holding?: Role;
  error: string | undefined;
  onChange: (chosen: { parts: Part[]; people: Person[] }) => void;
}

/** Who was found is told with their departments; who was chosen before is known by name. */
type Found = Person & { departments?: readonly { shortName: string }[] };

const SEARCH_AFTER = 200;

/** People, found by a part of their name, and, where there are any, parts that people play. */
export function PeopleSelect<Part extends string>({ label, parts, people, holding, error, onChange }: Props<Part>) {
  const t = useT();
  const s = useSettingsT();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [search] = useDebouncedValue(typed, SEARCH_AFTER);
  const [{ data }] = useQuery({
    query: membersQuery,
    variables: { search, role: holding ?? null },
    pause: !asked,
  });
  const found = data?.members.nodes ?? [];
  const known: Found[] = [...people, ...found.filter(({ id }) => !people.some((one) => one.id === id))];
  const named = (person: Found) => {
    const place = person.departments?.map(({ shortName }) => shortName).join('、');
    return { value: person.id, label: place ? `${person.name} · ${place}` : nameOf(person, s('settings.people.gone')) };
  };
  const group = { group: s('settings.people.members'), items: known.map(named) };
  const choices = (parts?.choices ?? []).map(({ value, label: name }) => ({ value: value as string, label: name }));
  const chosen = (value: string[]) => {
    const isPart = (one: string): one is Part => choices.some((choice) => choice.value === one);
    onChange({
      parts: value.filter(isPart),
      people: value.flatMap((id) => {
        const person = known.find((one) => one.id === id);
        return person === undefined ? [] : [{ id, name: person.name, isActive: person.isActive, roles: person.roles }];
      }),
    });
  };
  return (
    <MultiSelect
      label={label}
      data={parts === undefined ? [group] : [{ group: parts.group, items: choices }, group]}
      value={[...(parts?.chosen ?? []), ...people.map(({ id }) => id)]}
      error={error}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onFocus={() => setAsked(true)}
      hidePickedOptions
      placeholder={
        people.length + (parts?.chosen.length ?? 0) === 0
          ? s(parts === undefined ? 'settings.people.findPerson' : 'settings.people.find')
          : ''
      }
      nothingFoundMessage={t('fields.nothingFound')}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md' }}
      onChange={chosen}
    />
  );
}

/** Who is named but can't sign in any more is told apart. */
export function nameOf({ name, isActive }: Person, gone: string): string {
  return isActive ? name : `${name}（${gone}）`;
}

/** The roles that a step of a ladder can name, by their names. */
export const ladderRoleKey = (role: string) => `ladderRole.${role}` as MessageKey;
