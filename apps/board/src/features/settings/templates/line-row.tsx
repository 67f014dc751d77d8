import { Checkbox, Textarea } from '@mantine/core';
import { DepartmentSelect } from '../../fields/department-select.tsx';
import { DurationField } from '../duration-field.tsx';
import { RowTools } from '../row-tools.tsx';
import rows from '../rows.module.css';
import { useMoveKeys } from '../use-move-keys.ts';
import { useSettingsT } from '../use-settings-t.ts';
import type { LineRow as Line } from './template-form.ts';

interface Props {
  line: Line;
  at: number;
  of: number;
  issues: Partial<Record<string, string>>;
  onChange: (change: Partial<Line>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** A duty of the list: who, what, and how soon. */
export function LineRow({ line, at, of, issues, onChange, onMove, onRemove }: Props) {
  const s = useSettingsT();
  const row = useMoveKeys(onMove);
  const place = `duties.${at}`;
  return (
    <li ref={row} className={rows.row}>
      <div className={rows.duty}>
        <DepartmentSelect
          label={s('settings.template.department')}
          required
          value={line.departmentCode}
          error={issues[`${place}.departmentCode`]}
          onChange={(departmentCode) => onChange({ departmentCode, gone: false })}
        />
        <DurationField
          label={s('settings.template.within')}
          value={line.within}
          runsIn="DEPARTMENT"
          error={issues[`${place}.minutes`]}
          onChange={(within) => onChange({ within })}
        />
        {line.gone && (
          <p className={`${rows.note} ${rows.wide}`}>{s('settings.template.gone', { code: line.departmentCode })}</p>
        )}
        <Textarea
          label={s('settings.template.what')}
          autosize
          minRows={1}
          value={line.what}
          error={issues[`${place}.what`]}
          onChange={(event) => onChange({ what: event.currentTarget.value })}
        />
        <Textarea
          label={s('settings.template.whatEn')}
          autosize
          minRows={1}
          value={line.whatEn}
          error={issues[`${place}.whatEn`]}
          onChange={(event) => onChange({ whatEn: event.currentTarget.value })}
        />
        <Checkbox
          label={s('settings.template.head')}
          checked={line.head}
          onChange={(event) => onChange({ head: event.currentTarget.checked })}
        />
      </div>
      <RowTools name={s('settings.template.line', { n: at + 1 })} at={at} of={of} onMove={onMove} onRemove={onRemove} />
    </li>
  );
}
