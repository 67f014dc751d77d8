import { useViewer } from '../../../app/viewer.tsx';
import { localOf } from '../../fields/moment.ts';
import { serverNow } from '../../../ui/now.ts';
import type { FormProps } from '../form-field-groups.tsx';
import { withChange, withRow } from '../form-list.ts';
import type { Row } from '../form-list.ts';
import { AddRow } from '../row-tools.tsx';
import rows from '../rows.module.css';
import { TimeZoneSelect } from '../time-zone-select.tsx';
import { useSettingsT } from '../use-settings-t.ts';
import { exceptionsOf, newShift, shiftsOf } from './roster-form.ts';
import type { ExceptionRow, ShiftRow } from './roster-form.ts';
import { RosterWeek } from './roster-week.tsx';
import { ExceptionTurn, ShiftTurn } from './turn-row.tsx';

const HOUR = 3_600_000;

/** The next full hour, for so many hours. */
function newException(): Omit<ExceptionRow, 'id'> {
  const from = Math.ceil(serverNow() / HOUR) * HOUR;
  return {
    from: localOf(new Date(from).toISOString()),
    to: localOf(new Date(from + 8 * HOUR).toISOString()),
    members: [],
  };
}

/** Who is on duty: the week as it would be, and for who may change them the turns that make it up. */
export function RosterEditor({ editor }: FormProps) {
  const s = useSettingsT();
  const mayKeep = useViewer().permissions.settings;
  const { fields } = editor.draft;
  const empty = shiftsOf(fields).length + exceptionsOf(fields).length === 0;
  return (
    <>
      {empty ? <p className={rows.told}>{s('settings.roster.empty')}</p> : <RosterWeek fields={fields} />}
      {mayKeep && <Turns editor={editor} />}
    </>
  );
}

/** The time zone, the turns of every week, and what is arranged by date. */
function Turns({ editor }: Pick<FormProps, 'editor'>) {
  const s = useSettingsT();
  const { draft, issues } = editor;
  const [shifts, exceptions] = [shiftsOf(draft.fields), exceptionsOf(draft.fields)];
  const set = (name: 'shifts' | 'exceptions', list: readonly Row[]) => editor.set(name, JSON.stringify(list));
  return (
    <>
      <TimeZoneSelect
        value={String(draft.fields['timeZone'])}
        error={issues['timeZone']}
        onChange={(timeZone) => editor.set('timeZone', timeZone)}
      />
      <fieldset className={rows.part}>
        <legend>{s('settings.roster.shifts')}</legend>
        <p className={rows.told}>{s('settings.roster.shiftsHint')}</p>
        {issues['shifts'] !== undefined && !hasBelow(issues, 'shifts') && (
          <p role="alert" className={rows.wrong}>
            {issues['shifts']}
          </p>
        )}
        <ol className={rows.rows}>
          {shifts.map((shift, i) => (
            <ShiftTurn
              key={shift.id}
              turn={shift}
              at={i}
              of={shifts.length}
              issues={issues}
              onChange={(change) => set('shifts', withChange(shifts, shift.id, change))}
              onRemove={() => set('shifts', without(shifts, shift.id))}
            />
          ))}
        </ol>
        <div className={rows.add}>
          <AddRow
            label={s('settings.roster.addShift')}
            onAdd={() => set('shifts', withRow<ShiftRow>(shifts, newShift(shifts.at(-1))))}
          />
        </div>
      </fieldset>
      <fieldset className={rows.part}>
        <legend>{s('settings.roster.exceptions')}</legend>
        <p className={rows.told}>{s('settings.roster.exceptionsHint')}</p>
        <ol className={rows.rows}>
          {exceptions.map((exception, i) => (
            <ExceptionTurn
              key={exception.id}
              turn={exception}
              at={i}
              of={exceptions.length}
              issues={issues}
              onChange={(change) => set('exceptions', withChange(exceptions, exception.id, change))}
              onRemove={() => set('exceptions', without(exceptions, exception.id))}
            />
          ))}
        </ol>
        <div className={rows.add}>
          <AddRow
            label={s('settings.roster.addException')}
            onAdd={() => set('exceptions', withRow<ExceptionRow>(exceptions, newException()))}
          />
        </div>
      </fieldset>
    </>
  );
}

const without = (list: readonly Row[], id: number) => list.filter((row) => row.id !== id);

const hasBelow = (issues: Partial<Record<string, string>>, name: string) =>
  Object.keys(issues).some((place) => place.startsWith(`${name}.`));
