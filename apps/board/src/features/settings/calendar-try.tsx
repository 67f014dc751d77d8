import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { MomentInput } from '../fields/moment-input.tsx';
import { instantOf } from '../fields/moment.ts';
import { calendarPreviewQuery } from './calendar-documents.ts';
import classes from './calendar-form.module.css';
import { DueExplanation } from './due-explanation.tsx';
import { parseDuration } from './duration.ts';
import { localMoment } from './local-moment.ts';
import type { PolicyValueInput } from './policy-form.ts';
import { workday } from './use-calendars.ts';
import { useSettingsT } from './use-settings-t.ts';

type CalendarInput = Extract<PolicyValueInput, { calendar: object }>['calendar'];
type Answer = Extract<ResultOf<typeof calendarPreviewQuery>['calendarPreview'], { __typename: 'CalendarPreview' }>;

/** A clock tried in the calendar as it is being written. */
export function CalendarTry({ calendar }: { calendar: () => CalendarInput }) {
  const s = useSettingsT();
  const client = useClient();
  const [from, setFrom] = useState(localMoment);
  const [allowance, setAllowance] = useState(s('settings.try.example'));
  const [busy, setBusy] = useState(false);
  const [due, setDue] = useState<{ answer: Answer; from: string; timeZone: string } | null>(null);
  const [issues, setIssues] = useState<Partial<Record<string, string>>>({});
  const ask = async () => {
    setDue(null);
    const tried = calendar();
    const minutes = parseDuration(allowance, workday(tried));
    const start = instantOf(from);
    const unread = {
      ...(minutes === null && { minutes: s('settings.duration.unreadable') }),
      ...(start === null && { from: s('settings.try.moment') }),
    };
    setIssues(unread);
    if (minutes === null || start === null) return;
    setBusy(true);
    // A name is nothing that a clock depends on.
    const input = {
      calendar: { ...tried, nameZh: tried.nameZh || '-', nameEn: tried.nameEn || '-' },
      from: start,
      minutes,
    };
    const { data } = await client.query(calendarPreviewQuery, { input }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    const answer = data?.calendarPreview;
    if (answer === undefined) return setIssues({ '': s('settings.previewFailed') });
    if (answer.__typename === 'CalendarPreview') return setDue({ answer, from: start, timeZone: tried.timeZone });
    const named = answer.issues.find(({ path }) => path[0] === 'minutes');
    setIssues(named === undefined ? { '': answer.issues[0]?.message ?? answer.message } : { minutes: named.message });
  };
  return (
    <fieldset className={classes.part}>
      <legend>{s('settings.try')}</legend>
      <div className={classes.row}>
        <MomentInput label={s('settings.try.from')} value={from} error={issues['from']} onChange={setFrom} />
        <TextInput
          label={s('settings.try.allowance')}
          value={allowance}
          error={issues['minutes']}
          onChange={(event) => setAllowance(event.currentTarget.value)}
        />
      </div>
      {issues[''] !== undefined && <Notice kind="problem">{issues['']}</Notice>}
      <Button
        type="button"
        size="xs"
        variant="default"
        className={classes.start}
        loading={busy}
        onClick={() => void ask()}
      >
        {s('settings.try.ask')}
      </Button>
      {due !== null && <DueExplanation {...due.answer} from={due.from} timeZone={due.timeZone} />}
    </fieldset>
  );
}
