import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { PolicyEntry } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { unwritten } from './use-policies.ts';
import { useSettingsT } from './use-settings-t.ts';

/** As the server has it: what follows the code is for the form to say. */
const CODE = /^[A-Z][A-Z0-9_]{0,31}$/;

/** A calendar that is not there yet, with usual office hours to begin with; null for what can be no code. */
export function blankCalendar(code: string | null, calendars: readonly PolicyEntry[]): PolicyEntry | null {
  const model = calendars.find(({ key }) => key === 'STANDARD') ?? calendars[0];
  if (code === null || !CODE.test(code) || model === undefined) return null;
  const usual = model.default ?? model.value;
  if (usual.__typename !== 'CalendarPolicy') return null;
  return unwritten('CALENDAR', code, { ...usual, nameZh: '', nameEn: '', days: [] });
}

interface Props {
  known: readonly string[];
  onCreate: (code: string) => void;
}

/** Where a new calendar begins: with the code that departments and desks will name it by. */
export function NewCalendar({ known, onCreate }: Props) {
  const t = useT();
  const s = useSettingsT();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = code.trim().toUpperCase();
    if (known.includes(typed)) return setError(s('settings.calendar.taken'));
    if (!CODE.test(typed)) return setError(s('settings.calendar.code.wrong'));
    setOpen(false);
    setCode('');
    setError('');
    onCreate(typed);
  };
  if (!open) {
    return (
      <Button type="button" size="xs" variant="default" onClick={() => setOpen(true)}>
        {s('settings.calendar.new')}
      </Button>
    );
  }
  return (
    <form className={classes.newEntry} onSubmit={submit} noValidate>
      <TextInput
        size="xs"
        label={s('settings.calendar.code')}
        description={s('settings.calendar.code.hint')}
        placeholder="WAREHOUSE"
        // It was just asked for.
        autoFocus
        value={code}
        error={error}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button type="submit" size="xs">
          {s('settings.calendar.create')}
        </Button>
        <Button type="button" size="xs" variant="subtle" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
