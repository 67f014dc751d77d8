import { Select } from '@mantine/core';
import type { OptionsFilter } from '@mantine/core';
import { useMemo } from 'react';
import { useCategories } from '../../app/directory.ts';
import type { CategoryEntry } from '../../app/directory.ts';
import type { Locale } from '../../i18n/locale.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { FieldProps } from './field-props.ts';

const nameOf = (category: { nameZh: string; nameEn: string }, locale: Locale) =>
  locale === 'en' ? category.nameEn : category.nameZh;

/** The second level in groups of the first. A first-level category without children may be chosen itself. */
function grouped(categories: readonly CategoryEntry[], locale: Locale) {
  const groups = new Map<string, { group: string; items: { value: string; label: string }[] }>();
  for (const category of categories) {
    const top = category.parent ?? category;
    const group = groups.get(top.code) ?? { group: nameOf(top, locale), items: [] };
    if (category.parent !== null) group.items.push({ value: category.code, label: nameOf(category, locale) });
    groups.set(top.code, group);
  }
  return [...groups.entries()].map(([code, { group, items }]) => ({
    group,
    items: items.length > 0 ? items : [{ value: code, label: group }],
  }));
}

const filterByNameOrGroup: OptionsFilter = ({ options, search }) => {
  const words = search.trim().toLowerCase();
  const matches = (text: unknown) => typeof text === 'string' && text.toLowerCase().includes(words);
  return options
    .map((option) =>
      'items' in option && !matches(option.group)
        ? { ...option, items: option.items.filter((item) => matches(item.label)) }
        : option,
    )
    .filter((option) => ('items' in option ? option.items.length > 0 : matches(option.label)));
};

/** One category by its code, found by typing any part of its name or of its group's. */
export function CategorySelect(props: FieldProps) {
  const t = useT();
  const locale = useLocale();
  const categories = useCategories();
  const data = useMemo(() => grouped(categories, locale), [categories, locale]);
  return (
    <Select
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      error={props.error}
      placeholder={props.placeholder ?? t('fields.chooseCategory')}
      value={props.value === '' ? null : props.value}
      onChange={(code) => props.onChange(code ?? '')}
      data={data}
      searchable
      selectFirstOptionOnChange
      clearable
      filter={filterByNameOrGroup}
      nothingFoundMessage={t('fields.nothingFound')}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
