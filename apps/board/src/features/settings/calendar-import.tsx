import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { calendarImportQuery } from './calendar-documents.ts';
import type { Imported } from './calendar-documents.ts';
import classes from './calendar-form.module.css';
import type { OwnDay } from './calendar-text.ts';
import { dayWords } from './day-words.ts';
import { useSettingsT } from './use-settings-t.ts';

/** What the server takes at most; a larger file is not even sent. */
const MAX_BYTES = 512 * 1_024;

interface Props {
  /** The days that the calendar has already: they stay as they are. */
  known: readonly OwnDay[];
  year: number;
  onImport: (days: OwnDay[]) => void;
}

/** Closing days out of an iCalendar file: read, looked at, and only then taken into the form. */
export function CalendarImport({ known, year, onImport }: Props) {
  const t = useT();
  const s = useSettingsT();
  const client = useClient();
  const file = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year + 1}-12-31`);
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<Imported | null>(null);
  const [issues, setIssues] = useState<Partial<Record<string, string>>>({});
  const [taken, setTaken] = useState<number | null>(null);

  const forget = () => {
    setRead(null);
    setIssues({});
    setTaken(null);
  };
  const type = (typed: string) => {
    setText(typed);
    forget();
  };
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    type('');
    if (chosen.size > MAX_BYTES) setIssues({ text: s('settings.import.tooLarge') });
    else type(await chosen.text());
  };
  const ask = async () => {
    forget();
    if (new Blob([text]).size > MAX_BYTES) return setIssues({ text: s('settings.import.tooLarge') });
    setBusy(true);
    const variables = { input: { text, from, to } };
    const { data } = await client.query(calendarImportQuery, variables, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    const answer = data?.calendarImport;
    if (answer === undefined) return setIssues({ '': s('settings.import.failed') });
    if (answer.__typename === 'CalendarImport') return setRead(answer);
    const named = answer.__typename === 'InvalidInputError' ? answer.issues : [];
    setIssues(
      named.length === 0
        ? { '': answer.message }
        : Object.fromEntries(named.map(({ path, message }) => [path[0] ?? '', message])),
    );
  };
  const take = (days: OwnDay[]) => {
    onImport(days);
    setTaken(days.length);
    setRead(null);
    setText('');
  };
  if (!open) {
    return (
      <Button type="button" size="xs" variant="default" className={classes.start} onClick={() => setOpen(true)}>
        {s('settings.import')}
      </Button>
    );
  }
  return (
    <fieldset className={classes.import}>
      <legend>{s('settings.import')}</legend>
      <div className={classes.row}>
        <input
          ref={file}
          type="file"
          hidden
          accept=".ics,text/calendar"
          aria-label={s('settings.import.file')}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
        <Button type="button" size="xs" variant="default" onClick={() => file.current?.click()}>
          {s('settings.import.file')}
        </Button>
        <Button type="button" size="xs" variant="subtle" onClick={() => setOpen(false)}>
          {t('common.close')}
        </Button>
      </div>
      <Textarea
        label={s('settings.import.text')}
        autosize
        minRows={3}
        maxRows={8}
        spellCheck={false}
        value={text}
        error={issues['text']}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <TextInput
          type="date"
          size="xs"
          label={s('settings.import.from')}
          value={from}
          error={issues['from']}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          size="xs"
          label={s('settings.import.to')}
          value={to}
          error={issues['to']}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {issues[''] !== undefined && <Notice kind="problem">{issues['']}</Notice>}
      {taken !== null && <Notice kind="info">{s('settings.import.taken', { n: taken })}</Notice>}
      <Button
        type="button"
        size="xs"
        variant="default"
        className={classes.start}
        loading={busy}
        disabled={text === ''}
        onClick={() => void ask()}
      >
        {s('settings.import.read')}
      </Button>
      {read !== null && <Found read={read} known={known} onTake={take} />}
    </fieldset>
  );
}

function Found({
  read,
  known,
  onTake,
}: {
  read: Imported;
  known: readonly OwnDay[];
  onTake: (days: OwnDay[]) => void;
}) {
  const s = useSettingsT();
  const locale = useLocale();
  const has = new Set(known.map(({ day }) => day));
  const fresh = read.days.filter(({ day }) => !has.has(day));
  return (
    <div role="status" className={classes.found}>
      <p>{s('settings.import.found', { n: read.days.length, known: read.days.length - fresh.length })}</p>
      {read.skipped.map(({ reason, count }) => (
        <p key={reason} className={classes.dim}>
          {s(`settings.import.skipped.${reason}`, { n: count })}
        </p>
      ))}
      {read.days.length > 0 && (
        // It scrolls by itself, and has to be reached by keys for that.
        // oxlint-disable-next-line no-noninteractive-tabindex
        <ul className={classes.foundDays} tabIndex={0} aria-label={s('settings.import.days')}>
          {read.days.map(({ day, name }) => (
            <li key={day} data-known={has.has(day) ? 'true' : undefined}>
              {dayWords(day, locale, true)} · {name}
              {has.has(day) && <span className={classes.dim}> · {s('settings.import.known')}</span>}
            </li>
          ))}
        </ul>
      )}
      {fresh.length > 0 && (
        <Button
          type="button"
          size="xs"
          className={classes.start}
          onClick={() => onTake(fresh.map(({ day, name }) => ({ day, name, spans: [] })))}
        >
          {s('settings.import.take', { n: fresh.length })}
        </Button>
      )}
    </div>
  );
}
