import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { DepartmentSelect } from '../fields/department-select.tsx';
import { MomentInput } from '../fields/moment-input.tsx';
import { SeveritySelect } from '../fields/severity-select.tsx';
import { CLOCKS } from './clocks.ts';
import { DueExplanation } from './due-explanation.tsx';
import { durationText } from './duration.ts';
import { localMoment } from './local-moment.ts';
import classes from './settings-page.module.css';
import { useDeadlinePreview } from './use-deadline-preview.ts';
import type { DeadlineAnswer, DeadlineQuestion } from './use-deadline-preview.ts';
import { useSettingsT } from './use-settings-t.ts';

/** Each of these is given a due time of its own: its allowance is asked for. */
const OWN_TIME: readonly string[] = ['PROMISE', 'DUTY'];
/** They go on while a complaint is on hold. */
const NEVER_PAUSED: readonly string[] = ['DISPATCH', 'CLAIM', 'RULING'];

/** When something would be due by what holds now, and why. */
export function DeadlineTrySection() {
  const t = useT();
  const s = useSettingsT();
  const [asked, setAsked] = useState<DeadlineQuestion>(() => ({
    kind: 'CLAIM',
    severity: 'GENERAL',
    department: '',
    from: localMoment(),
    allowance: '',
    pausedFrom: '',
    pausedTo: '',
  }));
  const { busy, due, issues, ask, forget } = useDeadlinePreview();
  const set = (to: Partial<DeadlineQuestion>) => {
    setAsked({ ...asked, ...to });
    forget();
  };
  const own = OWN_TIME.includes(asked.kind);
  const pauses = !NEVER_PAUSED.includes(asked.kind);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void ask({
      ...asked,
      allowance: own ? asked.allowance : '',
      ...(!pauses && { pausedFrom: '', pausedTo: '' }),
    });
  };
  return (
    <section className={classes.editor} aria-label={s('settings.section.TRY')}>
      <h2 className={classes.name}>{s('settings.section.TRY')}</h2>
      <p className={classes.about}>{s('settings.try.about')}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <div className={classes.group}>
          <Select
            label={s('settings.try.kind')}
            allowDeselect={false}
            data={CLOCKS.map((kind) => ({ value: kind, label: t(`deadline.${kind}` as MessageKey) }))}
            value={asked.kind}
            error={issues['kind']}
            onChange={(kind) => set({ kind: CLOCKS.find((known) => known === kind) ?? 'CLAIM' })}
          />
          <DepartmentSelect
            label={s('settings.try.department')}
            placeholder={s('settings.try.anyDepartment')}
            value={asked.department}
            error={issues['departmentCode']}
            onChange={(department) => set({ department })}
          />
          <MomentInput
            label={s('settings.try.from')}
            value={asked.from}
            error={issues['from']}
            onChange={(from) => set({ from })}
          />
          {own && (
            <TextInput
              label={s('settings.try.allowance')}
              placeholder={s('settings.duration.example')}
              value={asked.allowance}
              error={issues['minutes']}
              onChange={(event) => set({ allowance: event.currentTarget.value })}
            />
          )}
        </div>
        <SeveritySelect
          label={s('settings.try.severity')}
          value={asked.severity}
          onChange={(severity) => set({ severity: severity as DeadlineQuestion['severity'] })}
        />
        {pauses && (
          <fieldset className={classes.group}>
            <legend>{s('settings.try.hold')}</legend>
            <MomentInput
              label={s('settings.try.pausedFrom')}
              value={asked.pausedFrom}
              error={issues['pausedFrom']}
              onChange={(pausedFrom) => set({ pausedFrom })}
            />
            <MomentInput
              label={s('settings.try.pausedTo')}
              value={asked.pausedTo}
              error={issues['pausedTo']}
              onChange={(pausedTo) => set({ pausedTo })}
            />
          </fieldset>
        )}
        {issues[''] !== undefined && <Notice kind="problem">{issues['']}</Notice>}
        <div className={classes.foot}>
          <Button type="submit" loading={busy}>
            {s('settings.try.ask')}
          </Button>
        </div>
      </form>
      {due !== null && <Due answer={due.answer} from={due.from} pause={due.pause} />}
    </section>
  );
}

function Due({
  answer,
  from,
  pause,
}: {
  answer: DeadlineAnswer;
  from: string;
  pause: { from: string; to: string } | null;
}) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const calendar = answer.calendar?.value.__typename === 'CalendarPolicy' ? answer.calendar.value : null;
  const allowed = durationText(answer.minutes, t, calendar === null);
  const name = calendar === null ? '' : locale === 'en' ? calendar.nameEn : calendar.nameZh;
  return (
    <>
      <p className={classes.about}>
        {calendar === null
          ? s('settings.try.always', { allowed })
          : s('settings.try.inHours', { allowed, whose: s(`settings.runsIn.${answer.runsIn}`), name })}
      </p>
      <DueExplanation
        from={from}
        dueAt={answer.dueAt}
        timeZone={calendar?.timeZone}
        days={answer.days}
        pause={pause}
        holidaysKnownThrough={answer.holidaysKnownThrough}
      />
    </>
  );
}
