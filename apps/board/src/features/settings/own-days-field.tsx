import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import classes from './calendar-form.module.css';
import { daysText, parseDays, spansText, parseSpans } from './calendar-text.ts';
import type { OwnDay } from './calendar-text.ts';
import type { PolicyEditor } from './use-policy-editor.ts';
import { SpansField } from './spans-field.tsx';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  editor: PolicyEditor;
  /** Those of this year are shown; a calendar may have two thousand. */
  year: number;
  onYear: (year: number) => void;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The calendar's own closing days and special openings of a year. */
export function OwnDaysField({ editor, year, onYear }: Props) {
  const s = useSettingsT();
  const days = parseDays(String(editor.draft.fields['days'] ?? ''));
  const put = (next: readonly OwnDay[]) => editor.set('days', daysText(next));
  const change = (at: number, to: Partial<OwnDay>) => {
    put(days.map((day, i) => (i === at ? { ...day, ...to } : day)));
    // A day that moves to another year takes the view along.
    if (to.day !== undefined && yearOf(to.day) >= 2000) onYear(yearOf(to.day));
  };
  const issue = (at: number, part: 'day' | 'name' | 'spans') => {
    const name = `days.${at}.${part}`;
    return Object.entries(editor.issues).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1];
  };
  const shown = days
    .map((day, at) => ({ ...day, at }))
    // One that names no day yet, or is wrong, is to be seen whatever the year.
    .filter(({ day, at }) => yearOf(day) === year || day === '' || issue(at, 'day') !== undefined);
  const elsewhere = days.length - shown.length;
  return (
    <fieldset className={classes.part}>
      <legend>{s('settings.days')}</legend>
      {shown.length === 0 && <p className={classes.dim}>{s('settings.days.none', { year })}</p>}
      {shown.map(({ at, day, spans, name }) => (
        <div key={at} className={classes.ownDay}>
          <TextInput
            type="date"
            size="xs"
            aria-label={s('settings.days.day')}
            value={day}
            error={issue(at, 'day')}
            onChange={(event) => change(at, { day: event.currentTarget.value })}
          />
          <Select
            size="xs"
            className={classes.ownKind}
            aria-label={s('settings.days.kind')}
            allowDeselect={false}
            data={[
              { value: 'closed', label: s('settings.days.closed') },
              { value: 'open', label: s('settings.days.open') },
            ]}
            value={spans.length > 0 ? 'open' : 'closed'}
            onChange={(kind) => change(at, { spans: kind === 'open' ? [{ from: '09:00', to: '18:00' }] : [] })}
          />
          <TextInput
            size="xs"
            className={classes.ownName}
            aria-label={s('settings.days.name')}
            placeholder={s('settings.days.name')}
            value={name}
            error={issue(at, 'name')}
            onChange={(event) => change(at, { name: event.currentTarget.value })}
          />
          <ActionIcon
            type="button"
            variant="subtle"
            color="gray"
            aria-label={s('settings.days.remove', { day })}
            onClick={() => put(days.filter((_, i) => i !== at))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
          {spans.length > 0 && (
            <SpansField
              label={day || s('settings.days.day')}
              value={spansText(spans)}
              empty={s('settings.closed')}
              error={issue(at, 'spans')}
              onChange={(text) => change(at, { spans: parseSpans(text) })}
            />
          )}
        </div>
      ))}
      {elsewhere > 0 && <p className={classes.dim}>{s('settings.days.elsewhere', { n: elsewhere })}</p>}
      {editor.issues['days'] !== undefined && shown.every(({ at }) => noneAt(editor, at)) && (
        <p role="alert">{editor.issues['days']}</p>
      )}
      <Button
        type="button"
        size="xs"
        variant="default"
        className={classes.start}
        onClick={() => put([...days, { day: '', spans: [], name: '' }])}
      >
        {s('settings.days.add')}
      </Button>
    </fieldset>
  );
}

function noneAt({ issues }: PolicyEditor, at: number): boolean {
  return !Object.keys(issues).some((path) => path.startsWith(`days.${at}.`));
}
