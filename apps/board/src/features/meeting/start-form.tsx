import { Button } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { namesList } from '../fields/colleagues-select.tsx';
import { ActionProblem } from './action-problem.tsx';
import { MeetingFields } from './meeting-fields.tsx';
import classes from './meetings.module.css';
import { useMeetingT } from './meeting-texts.ts';
import type { Colleague } from './use-colleagues.ts';
import { useStart } from './use-start.ts';

const NOBODY: readonly Colleague[] = [];

/** A meeting for once: a name, what for, who should be there. */
export function StartForm() {
  const t = useMeetingT();
  const { start, ...action } = useStart();
  const { fields, set, clear } = useDraft('meeting.start', { name: '', purpose: '', memberIds: '' });
  const issues = action.refusal?.fields ?? {};
  const submit = async () => {
    const { name, purpose, memberIds } = fields;
    const input = { name: name.trim(), purpose: purpose.trim() || null, memberIds: namesList(memberIds) };
    if (await start(input)) clear();
  };
  return (
    <form
      className={classes.form}
      aria-label={t('meeting.startOnce')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MeetingFields fields={fields} set={set} members={NOBODY} issues={issues} />
      <ActionProblem action={action} />
      <div>
        <Button type="submit" loading={action.busy} disabled={fields.name.trim() === ''}>
          {t('meeting.start')}
        </Button>
      </div>
    </form>
  );
}
