import { Textarea } from '@mantine/core';
import { MomentInput } from '../fields/moment-input.tsx';
import { ColleagueSelect } from './colleague-select.tsx';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import type { Colleague } from './use-colleagues.ts';

type Fields = Record<'text' | 'ownerId' | 'dueAt', string>;

/** What a decision in words says: the words, who sees to it, by when. */
export function DecisionFields({
  fields,
  set,
  known,
  label,
  hint,
  onEnter,
}: {
  fields: Fields;
  set: (field: keyof Fields, value: string) => void;
  /** Who sees to it so far. */
  known: Colleague | null;
  label: string;
  hint?: string;
  /** Enter with Ctrl or Cmd. */
  onEnter: () => void;
}) {
  const t = useMeetingT();
  return (
    <>
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onEnter();
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
    </>
  );
}
