import { Button, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { ColleaguesSelect, namesList } from '../fields/colleagues-select.tsx';
import { ActionProblem } from './action-problem.tsx';
import classes from './meetings.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useColleagues } from './use-colleagues.ts';
import { useStart } from './use-start.ts';

/** A meeting for once: a name, what for, who should be there. */
export function StartForm() {
  const t = useMeetingT();
  const { start, ...action } = useStart();
  const colleagues = useColleagues();
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
      <TextInput
        label={t('meeting.name')}
        required
        value={fields.name}
        onChange={(event) => set('name', event.currentTarget.value)}
        error={issues['name']}
      />
      <TextInput
        label={t('meeting.purpose')}
        value={fields.purpose}
        onChange={(event) => set('purpose', event.currentTarget.value)}
        error={issues['purpose']}
      />
      <ColleaguesSelect
        label={t('meeting.members')}
        colleagues={colleagues}
        value={fields.memberIds}
        onChange={(ids) => set('memberIds', ids)}
        error={issues['memberIds']}
      />
      <ActionProblem action={action} />
      <div>
        <Button type="submit" loading={action.busy} disabled={fields.name.trim() === ''}>
          {t('meeting.start')}
        </Button>
      </div>
    </form>
  );
}
