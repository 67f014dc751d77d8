import { useLocale } from '../i18n/use-t.ts';
import { departmentColor, departmentName } from './department-name.ts';
import type { NamedDepartment } from './department-name.ts';
import classes from './department-dot.module.css';

/** A department as a small dot and its name; the full name on hover. The dot alone says nothing that the text doesn't. */
export function DepartmentDot({ department }: { department: NamedDepartment }) {
  const locale = useLocale();
  const name = departmentName(department, locale);
  return (
    <span className={classes.root} title={name}>
      <span className={classes.dot} style={{ background: departmentColor(department.code) }} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}
