import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { RULING } from './handoff-matrix.ts';
import type { HandoffMatrix } from './handoff-matrix.ts';

/** How a row or a column of the matrix is called: the department, short where there is little room, or who rules. */
export function useUnitName({ departments }: HandoffMatrix): (code: string, isShort?: boolean) => string {
  const t = useT();
  const locale = useLocale();
  return (code, isShort = false) => {
    const department = departments.get(code);
    if (code === RULING || department === undefined) return t('views.handoffs.ruling');
    return isShort && locale !== 'en' ? department.shortName : departmentName(department, locale);
  };
}
