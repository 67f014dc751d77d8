import type { Severity } from '@redress/domain/rules/vocabulary';
import type { useCategories } from '../../app/directory.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { departmentName } from '../../ui/department-name.ts';
import type { LaneKind } from './lane-kinds.ts';
import { NO_LANE } from './lanes.ts';
import type { Lane } from './lanes.ts';

/** What a lane is called, in the viewer's language. */
export function laneName(
  { key, department, person }: Lane,
  by: LaneKind,
  categories: ReturnType<typeof useCategories>,
  locale: Locale,
  t: Translate,
): string {
  if (key === NO_LANE) return t(`lanes.none.${by}`);
  switch (by) {
    case 'department':
      return department === null ? key : departmentName(department, locale);
    case 'severity':
      return t(`severity.${key as Severity}`);
    case 'assignee':
      return person ?? key;
    case 'category': {
      const category = categories.find(({ code }) => code === key);
      const upper = category ?? categories.find(({ parent }) => parent?.code === key)?.parent;
      if (upper === undefined || upper === null) return key;
      return locale === 'en' ? upper.nameEn : upper.nameZh;
    }
  }
}
