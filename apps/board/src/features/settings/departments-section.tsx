import { Button, Skeleton } from '@mantine/core';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { Notice } from '../../ui/notice.tsx';
import { DepartmentEditor } from './department-editor.tsx';
import { departmentsQuery } from './department-documents.ts';
import type { SectionProps } from './section-props.ts';
import classes from './settings-page.module.css';
import { useCalendars } from './use-calendars.ts';
import { useSettingsT } from './use-settings-t.ts';

/** The departments with the calendars that they work by, and the one that is open. */
export function DepartmentsSection({ selected, onSelect }: SectionProps) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const { calendars } = useCalendars();
  const [{ data, error }, ask] = useQuery({ query: departmentsQuery, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error !== undefined && data === undefined) {
    const action = (
      <Button size="xs" variant="default" onClick={again}>
        {t('common.retry')}
      </Button>
    );
    return (
      <Notice kind="problem" action={action}>
        {s('settings.failed')}
      </Notice>
    );
  }
  if (data === undefined) return <Skeleton height={240} aria-label={t('common.loading')} />;
  const { departments } = data;
  const open = departments.find(({ code }) => code === selected) ?? departments[0];
  if (open === undefined) return <p className={classes.about}>{s('settings.department.none')}</p>;
  const calendarName = (wanted: string | null) =>
    wanted === null ? null : (calendars.find(({ code }) => code === wanted)?.name ?? wanted);
  return (
    <div className={classes.columns}>
      <ul className={classes.list}>
        {departments.map((department) => (
          <li key={department.id}>
            <button
              type="button"
              className={classes.entry}
              aria-current={department === open ? 'true' : undefined}
              onClick={() => onSelect(department.code)}
            >
              <span>{departmentName(department, locale)}</span>
              <span className={classes.mark}>
                {department.isArchived ? s('settings.department.archived') : calendarName(department.calendarCode)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <DepartmentEditor key={`${open.id}/${open.calendarCode ?? ''}`} department={open} onSaved={again} />
    </div>
  );
}
