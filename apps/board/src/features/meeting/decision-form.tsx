import { Button } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { instantOf } from '../fields/moment.ts';
import { ActionProblem } from './action-problem.tsx';
import { DecisionFields } from './decision-fields.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { decideMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';

/** What no action stands for: a decision in words. What was typed is kept for this item until it is in the minutes. */
export function DecisionForm({ meeting, itemId }: { meeting: MeetingView; itemId: string }) {
  const t = useMeetingT();
  const decide = useMeetingAction(decideMutation);
  const { fields, set, clear } = useDraft(`${meeting.id}.${itemId}.decision`, { text: '', ownerId: '', dueAt: '' });
  const text = fields.text.trim();
  const submit = async () => {
    const input = {
      id: meeting.id,
      itemId,
      text,
      ownerId: fields.ownerId || null,
      dueAt: instantOf(fields.dueAt),
    };
    if ((await decide.run({ input })) !== null) clear();
  };
  return (
    <form
      className={classes.decision}
      aria-label={t('meeting.words')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (text !== '') void submit();
      }}
    >
      <DecisionFields
        fields={fields}
        set={set}
        known={null}
        label={t('meeting.words')}
        hint={t('meeting.wordsHint')}
        onEnter={() => text !== '' && void submit()}
      />
      <ActionProblem action={decide} />
      <div>
        <Button type="submit" size="xs" variant="default" loading={decide.busy} disabled={text === ''}>
          {t('meeting.wordsSubmit')}
        </Button>
      </div>
    </form>
  );
}
