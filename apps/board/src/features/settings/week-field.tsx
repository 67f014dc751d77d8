import { Button } from '@mantine/core';
import classes from './calendar-form.module.css';
import type { FormProps } from './form-field-groups.tsx';
import { SpansField } from './spans-field.tsx';
import { useSettingsT } from './use-settings-t.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours of each weekday, and those of a weekend that is worked instead. */
export function WeekField({ editor }: Pick<FormProps, 'editor'>) {
  const s = useSettingsT();
  const text = (name: string) => String(editor.draft.fields[name] ?? '');
  const row = (name: string, label: string, empty: string) => (
    <div key={name} className={classes.weekday}>
      <span className={classes.weekdayName}>{label}</span>
      <SpansField
        label={label}
        value={text(name)}
        empty={empty}
        error={editor.issues[name]}
        onChange={(value) => editor.set(name, value)}
      />
    </div>
  );
  const monday = text('week.1');
  const same = [2, 3, 4, 5].every((day) => text(`week.${day}`) === monday);
  return (
    <fieldset className={classes.part}>
      <legend>{s('settings.week')}</legend>
      {WEEKDAYS.map((day) => row(`week.${day}`, s(`settings.weekday.${day}`), s('settings.closed')))}
      {editor.issues['week'] !== undefined && <p role="alert">{editor.issues['week']}</p>}
      {!same && (
        <Button
          type="button"
          size="xs"
          variant="default"
          className={classes.start}
          onClick={() => [2, 3, 4, 5].forEach((day) => editor.set(`week.${day}`, monday))}
        >
          {s('settings.week.copy')}
        </Button>
      )}
      {row('makeUp', s('settings.makeUp'), s('settings.makeUpHint'))}
    </fieldset>
  );
}
