import { useMemo } from 'react';
import { useCategories } from '../../app/directory.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';

export interface CategoryChoices {
  group: string;
  items: { value: string; label: string }[];
}

const NONE: readonly string[] = [];

/** Both levels of categories as choices, groups before their members; `chosen` codes that nothing has any more stay. */
export function useCategoryChoices(chosen: readonly string[] = NONE): CategoryChoices[] {
  const t = useT();
  const locale = useLocale();
  const categories = useCategories();
  return useMemo(() => {
    const name = (one: { nameZh: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameZh);
    const groups = new Map<string, CategoryChoices>();
    for (const category of categories) {
      const top = category.parent ?? category;
      const group = groups.get(top.code) ?? {
        group: name(top),
        items: [{ value: top.code, label: t('settings.category.all', { name: name(top) }) }],
      };
      if (category.parent !== null) group.items.push({ value: category.code, label: name(category) });
      groups.set(top.code, group);
    }
    const known = [...groups.values()];
    const lost = chosen.filter((code) => !known.some(({ items }) => items.some(({ value }) => value === code)));
    if (lost.length === 0 || categories.length === 0) return known;
    const label = t('settings.category.lost');
    return [...known, { group: label, items: lost.map((code) => ({ value: code, label: `${code}（${label}）` })) }];
  }, [categories, chosen, locale, t]);
}

/** What a category is called, by its code; the code where nothing has it. */
export function useCategoryName(): (code: string) => string {
  const locale = useLocale();
  const categories = useCategories();
  return (code) => {
    const found = categories.find((category) => category.code === code);
    if (found === undefined) return code;
    return locale === 'en' ? found.nameEn : found.nameZh;
  };
}
