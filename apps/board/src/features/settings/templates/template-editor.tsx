import { useViewer } from '../../../app/viewer.tsx';
import { useT } from '../../../i18n/use-t.ts';
import type { FormProps } from '../form-field-groups.tsx';
import { withChange, withMove, withRow } from '../form-list.ts';
import { AddRow } from '../row-tools.tsx';
import rows from '../rows.module.css';
import { useSettingsT } from '../use-settings-t.ts';
import { LineRow } from './line-row.tsx';
import { MAX_LINES, linesOf, newLine } from './template-form.ts';
import type { LineRow as Line } from './template-form.ts';

/** The collaboration list of a category, line by line. */
export function TemplateEditor({ editor }: FormProps) {
  const t = useT();
  const s = useSettingsT();
  const mayKeep = useViewer().permissions.settings;
  const { draft, issues } = editor;
  const lines = linesOf(draft.fields);
  const set = (list: readonly Line[]) => editor.set('duties', JSON.stringify(list));
  const whole = Object.keys(issues).some((place) => place.startsWith('duties.')) ? undefined : issues['duties'];
  return (
    <div className={rows.part}>
      <p className={rows.told}>{s('settings.template.count', { n: lines.length, max: MAX_LINES })}</p>
      {whole !== undefined && (
        <p role="alert" className={rows.wrong}>
          {whole}
        </p>
      )}
      <ol className={rows.rows}>
        {lines.map((line, i) => (
          <LineRow
            key={line.id}
            line={line}
            at={i}
            of={lines.length}
            issues={issues}
            onChange={(change) => set(withChange(lines, line.id, change))}
            onMove={(by) => set(withMove(lines, line.id, by))}
            onRemove={() => set(lines.filter(({ id }) => id !== line.id))}
          />
        ))}
      </ol>
      {mayKeep && (
        <div className={rows.add}>
          <AddRow
            label={s('settings.template.add')}
            isFull={lines.length >= MAX_LINES}
            onAdd={() => set(withRow(lines, newLine(lines.at(-1), t)))}
          />
        </div>
      )}
      <p className={rows.told}>{s('settings.template.when')}</p>
    </div>
  );
}
