import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useClient } from 'urql';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useSubmit } from '../../app/use-submit.ts';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { Notice } from '../../ui/notice.tsx';
import { CalendarSelect } from './calendar-select.tsx';
import { departmentPreviewQuery, departmentSetMutation } from './department-documents.ts';
import type { DepartmentRow } from './department-documents.ts';
import { EffectPanel } from './effect-panel.tsx';
import type { PolicyEffect } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useCalendars } from './use-calendars.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  department: DepartmentRow;
  onSaved: () => void;
}

/** A department: who leads it, and by which calendar it works. */
export function DepartmentEditor({ department, onSaved }: Props) {
  const s = useSettingsT();
  const locale = useLocale();
  const mayKeep = useViewer().permissions.settings;
  const editor = useDepartmentEditor(department, onSaved);
  const { calendars } = useCalendars();
  const company = calendars.find(({ code }) => code === 'STANDARD')?.name ?? 'STANDARD';
  const changed = editor.calendar !== (department.calendarCode ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void (editor.effect === null ? editor.preview() : editor.save());
  };
  const names = (people: readonly { name: string }[]) =>
    people.length === 0 ? s('settings.nothing') : people.map(({ name }) => name).join(s('settings.listMark'));
  return (
    <section className={classes.editor} aria-label={departmentName(department, locale)}>
      <h2 className={classes.name}>{departmentName(department, locale)}</h2>
      {department.isArchived && <Notice kind="info">{s('settings.department.archivedHint')}</Notice>}
      <dl className={classes.facts}>
        <dt>{s('settings.department.code')}</dt>
        <dd>{department.code}</dd>
        <dt>{s('settings.department.heads')}</dt>
        <dd>{names(department.heads)}</dd>
        <dt>{s('settings.department.deputies')}</dt>
        <dd>{names(department.deputies)}</dd>
        <dt>{s('settings.department.members')}</dt>
        <dd>{department.members.length}</dd>
      </dl>
      {department.heads.length === 0 && !department.isArchived && (
        <Notice kind="info">{s('settings.department.headless')}</Notice>
      )}
      <form className={classes.form} onSubmit={submit} noValidate>
        <fieldset disabled={!mayKeep} className={classes.fields}>
          <CalendarSelect
            label={s('settings.department.calendar')}
            none={s('settings.department.company', { name: company })}
            value={editor.calendar}
            error={editor.issue}
            onChange={editor.choose}
          />
        </fieldset>
        {editor.effect !== null && <EffectPanel effect={editor.effect} />}
        <SubmitFailure failure={editor.failure} />
        {editor.message !== '' && <Notice kind="problem">{editor.message}</Notice>}
        {mayKeep && (
          <div className={classes.foot}>
            <Button type="button" variant="default" loading={editor.busy} onClick={() => void editor.preview()}>
              {s('settings.preview')}
            </Button>
            {editor.effect !== null && changed && (
              <Button type="submit" loading={editor.busy}>
                {s('settings.save')}
              </Button>
            )}
          </div>
        )}
      </form>
    </section>
  );
}

interface Refused {
  message: string;
  issues?: readonly { path: readonly string[]; message: string }[];
}

/** A department whose calendar is being chosen: what that would do is asked before it is saved. */
function useDepartmentEditor({ code, calendarCode }: DepartmentRow, onSaved: () => void) {
  const client = useClient();
  const s = useSettingsT();
  const { busy, failure, run } = useSubmit(departmentSetMutation);
  const [calendar, setCalendar] = useState(calendarCode ?? '');
  const [effect, setEffect] = useState<PolicyEffect | null>(null);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const input = { code, calendarCode: calendar === '' ? null : calendar };
  const issue = refused?.issues?.find(({ path }) => path[0] === 'calendarCode')?.message;
  return {
    calendar,
    effect,
    failure,
    issue,
    busy: busy || asking,
    message: refused === null || issue !== undefined ? '' : refused.message,
    choose(to: string) {
      setCalendar(to);
      setEffect(null);
      setRefused(null);
    },
    async preview() {
      setRefused(null);
      setEffect(null);
      setAsking(true);
      const { data } = await client
        .query(departmentPreviewQuery, { input }, { requestPolicy: 'network-only' })
        .toPromise();
      setAsking(false);
      if (data === undefined) return setRefused({ message: s('settings.previewFailed') });
      if (data.departmentPreview.__typename === 'PolicyPreview') setEffect(data.departmentPreview);
      else setRefused(data.departmentPreview);
    },
    async save() {
      setRefused(null);
      const data = await run({ input });
      if (data === null) return;
      if (data.departmentSet.__typename === 'DepartmentSetPayload') onSaved();
      else setRefused(data.departmentSet);
    },
  };
}
