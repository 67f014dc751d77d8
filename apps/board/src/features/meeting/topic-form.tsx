import { Button, TextInput, Textarea } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { ActionProblem } from './action-problem.tsx';
import { namedOrTitled } from './item-name.ts';
import { topicAddMutation } from './meeting-mutations.ts';
import { useMeetingT } from './meeting-texts.ts';
import classes from './meetings.module.css';
import { useMeetingAction } from './use-meeting-action.ts';

/** Asks the next meeting to talk about something. */
export function TopicForm({ seriesId, onAdded }: { seriesId: string; onAdded: () => void }) {
  const t = useMeetingT();
  const add = useMeetingAction(topicAddMutation, { adds: true });
  const { fields, set, clear } = useDraft(`meeting.topic.${seriesId}`, { about: '', note: '' });
  const about = fields.about.trim();
  const submit = async () => {
    const input = { seriesId, ...namedOrTitled(about), note: fields.note.trim() || null };
    if ((await add.run({ input })) === null) return;
    clear();
    onAdded();
  };
  return (
    <form
      className={classes.form}
      aria-label={t('meeting.topicAdd')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (about !== '') void submit();
      }}
    >
      <TextInput
        label={t('meeting.addLabel')}
        placeholder="C-2026-000123"
        value={fields.about}
        onChange={(event) => set('about', event.currentTarget.value)}
        error={add.refusal?.fields['number'] ?? add.refusal?.fields['title']}
      />
      <Textarea
        label={t('meeting.topicNote')}
        autosize
        minRows={1}
        maxRows={6}
        value={fields.note}
        onChange={(event) => set('note', event.currentTarget.value)}
        error={add.refusal?.fields['note']}
      />
      <ActionProblem action={add} />
      <div>
        <Button type="submit" size="sm" variant="default" loading={add.busy} disabled={about === ''}>
          {t('meeting.topicAdd')}
        </Button>
      </div>
    </form>
  );
}
