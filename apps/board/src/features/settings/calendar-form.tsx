import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { serverNow } from '../../ui/now.ts';
import { CalendarImport } from './calendar-import.tsx';
import { CalendarTry } from './calendar-try.tsx';
import { CalendarYear } from './calendar-year.tsx';
import { calendarValue, daysText, parseDays } from './calendar-text.ts';
import type { OwnDay } from './calendar-text.ts';
import type { FormProps } from './form-field-groups.tsx';
import { HolidayPlaceSelect } from './holiday-place-select.tsx';
import { OwnDaysField } from './own-days-field.tsx';
import classes from './settings-page.module.css';
import { TimeZoneSelect } from './time-zone-select.tsx';
import { useSettingsT } from './use-settings-t.ts';
import { WeekField } from './week-field.tsx';

/** A calendar: its week, its holidays, its own days, what that makes of a year, and what a clock comes to in it. */
export function CalendarForm({ editor }: FormProps) {
  const s = useSettingsT();
  const mayKeep = useViewer().permissions.settings;
  const [year, setYear] = useState(() => new Date(serverNow()).getFullYear());
  const text = (name: string) => String(editor.draft.fields[name] ?? '');
  const known = parseDays(text('days'));
  const take = (days: readonly OwnDay[]) => {
    const all = [...known, ...days].sort((one, other) => (one.day < other.day ? -1 : 1));
    editor.set('days', daysText(all));
    if (days[0] !== undefined) setYear(Number(days[0].day.slice(0, 4)));
  };
  const name = (field: 'nameZh' | 'nameEn') => (
    <TextInput
      label={s(`settings.${field}`)}
      value={text(field)}
      error={editor.issues[field]}
      onChange={(event) => editor.set(field, event.currentTarget.value)}
    />
  );
  return (
    <>
      <fieldset disabled={!mayKeep} className={classes.fields}>
        <div className={classes.group}>
          {name('nameZh')}
          {name('nameEn')}
          <TimeZoneSelect
            value={text('timeZone')}
            error={editor.issues['timeZone']}
            onChange={(zone) => editor.set('timeZone', zone)}
          />
          <HolidayPlaceSelect
            value={text('holidays')}
            error={editor.issues['holidays']}
            onChange={(place) => editor.set('holidays', place)}
          />
        </div>
        <WeekField editor={editor} />
      </fieldset>
      <CalendarYear calendar={calendarValue(text)} year={year} onYear={setYear} />
      <fieldset disabled={!mayKeep} className={classes.fields}>
        <OwnDaysField editor={editor} year={year} onYear={setYear} />
        {mayKeep && <CalendarImport known={known} year={year} onImport={take} />}
      </fieldset>
      <CalendarTry calendar={() => calendarValue(text)} />
    </>
  );
}
