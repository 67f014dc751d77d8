import { Textarea } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { instantOf } from '../fields/moment.ts';
import { MomentInput } from '../fields/moment-input.tsx';
import { ActionProblem } from './action-problem.tsx';
import { ColleagueSelect } from './colleague-select.tsx';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import type { Colleague } from './use-colleagues.ts';

type Fields = Record<'text' | 'ownerId' | 'dueAt', string>;

/** What a decision in words says, as the contract takes it. */
export interface Said {
  text: string;
  ownerId: string | null;
  /** RFC 3339. */
  dueAt: string | null;
}

/** The form of a decision in words: the words, who sees to it, by when. Without words there is nothing to send. */
export function DecisionShell({
  name,
  fields,
  set,
  known,
  label,
  hint,
  action,
  onSubmit,
  children,
}: {
  /** What the form is called. */
  name: string;
  fields: Fields;
  set: (field: keyof Fields, value: string) => void;
  /** Who sees to it so far. */
  known: Colleague | null;
  label: string;
  hint?: string;
  action: Parameters<typeof ActionProblem>[0]['action'];
  onSubmit: (said: Said) => void;
  /** The buttons. */
  children: (isEmpty: boolean) => ReactNode;
}) {
  const t = useMeetingT();
  const text = fields.text.trim();
  const submit = () => {
    if (text !== '') onSubmit({ text, ownerId: fields.ownerId || null, dueAt: instantOf(fields.dueAt) });
  };
  return (
    <form
      className={classes.decision}
      aria-label={name}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <div className={classes.fields}>
        <ColleagueSelect
          label={t('meeting.wordsOwner')}
          value={fields.ownerId || null}
          known={known === null ? [] : [known]}
          onChange={(id) => set('ownerId', id ?? '')}
          clearable
          comboboxProps={{ shadow: 'md' }}
        />
        <MomentInput label={t('meeting.wordsDue')} value={fields.dueAt} onChange={(value) => set('dueAt', value)} />
      </div>
      <ActionProblem action={action} />
      {children(text === '')}
    </form>
  );
}
