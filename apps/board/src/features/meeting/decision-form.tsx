import { Button, Select, Textarea } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { instantOf } from '../fields/moment.ts';
import { MomentInput } from '../fields/moment-input.tsx';
import { ActionProblem } from './action-problem.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { decideMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMeetingAction } from './use-meeting-action.ts';

/** What no action stands for: a decision in words. What was typed is kept for this item until it is in the minutes. */
export function DecisionForm({ meeting, itemId }: { meeting: MeetingView; itemId: string }) {
  const t = useMeetingT();
  const decide = useMeetingAction(decideMutation);
  const colleagues = useColleagues();
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
      <Textarea
        label={t('meeting.words')}
        description={t('meeting.wordsHint')}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text !== '') void submit();
        }}
      />
      <div className={classes.fields}>
        <Select
          label={t('meeting.wordsOwner')}
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.ownerId || null}
          onChange={(id) => set('ownerId', id ?? '')}
          nothingFoundMessage={t('fields.nothingFound')}
          searchable
          clearable
          comboboxProps={{ shadow: 'md' }}
        />
        <MomentInput label={t('meeting.wordsDue')} value={fields.dueAt} onChange={(value) => set('dueAt', value)} />
      </div>
      <ActionProblem action={decide} />
      <div>
        <Button type="submit" size="xs" variant="default" loading={decide.busy} disabled={text === ''}>
          {t('meeting.wordsSubmit')}
        </Button>
      </div>
    </form>
  );
}
