import { useQuery } from 'urql';
import { useLocale } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { DepartmentEditor } from './department-editor.tsx';
import { departmentsQuery } from './department-documents.ts';
import { EntryList } from './entry-list.tsx';
import type { SectionProps } from './section-props.ts';
import { SectionWait } from './section-wait.tsx';
import classes from './settings-page.module.css';
import { useCalendars } from './use-calendars.ts';
import { useSettingsT } from './use-settings-t.ts';

/** The departments with the calendars that they work by, and the one that is open. */
export function DepartmentsSection({ selected, onSelect }: SectionProps) {
  const s = useSettingsT();
  const locale = useLocale();
  const { calendars } = useCalendars();
  const [{ data, error }, ask] = useQuery({ query: departmentsQuery, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (data === undefined) return <SectionWait failed={error !== undefined} again={again} />;
  const { departments } = data;
  const open = departments.find(({ code }) => code === selected) ?? departments[0];
  if (open === undefined) return <p className={classes.about}>{s('settings.department.none')}</p>;
  const calendarName = (wanted: string | null) =>
    wanted === null ? '' : (calendars.find(({ code }) => code === wanted)?.name ?? wanted);
  const entries = departments.map((department) => ({
    key: department.code,
    title: departmentName(department, locale),
    mark: department.isArchived ? s('settings.department.archived') : calendarName(department.calendarCode),
  }));
  return (
    <div className={classes.columns}>
      <EntryList entries={entries} open={open.code} onSelect={onSelect} />
      <DepartmentEditor key={`${open.id}/${open.calendarCode ?? ''}`} department={open} onSaved={again} />
    </div>
  );
}
