import { Textarea } from '@mantine/core';
import type { AttachmentPurpose } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { ActionProblems } from '../action-problems.tsx';
import { idsOf } from '../files/file-ids.ts';
import { LazyFileField } from '../files/lazy-file-field.tsx';
import { FormShell } from '../form-shell.tsx';
import type { Action } from '../use-action.ts';

/** A form that asks for words, and for the files that go with them; both stay as a draft until they were sent. */
export function WordsAndFilesForm({
  complaint,
  draft,
  title,
  submitLabel,
  words,
  files,
  required,
  action,
  send,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string; revision: number };
  /** The key of the draft, its own for each complaint and action. */
  draft: string;
  title: string;
  submitLabel: string;
  /** `field`: what the contract calls them in the mutation's input. */
  words: { field: string; label: string; hint: string };
  files: { field: string; label: string; purpose: AttachmentPurpose; single?: boolean };
  /** What it can't be sent without. */
  required: 'WORDS' | 'WORDS_OR_FILES';
  action: Pick<Action<never>, 'busy' | 'failure' | 'refusal'>;
  /** Carries the action with the trimmed words and the files; true when it was done. */
  send: (words: string, fileIds: string[]) => Promise<boolean>;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const { fields, restored, set, clear } = useDraft(draft, { words: '', files: '' });
  const [sending, setSending] = useState(false);
  const said = fields.words.trim();
  const problems = action.refusal?.fields ?? {};
  const enough = said !== '' || (required === 'WORDS_OR_FILES' && fields.files !== '');

  const submit = async () => {
    if (!(await send(said, idsOf(fields.files)))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={title}
      submitLabel={submitLabel}
      busy={action.busy}
      disabled={!enough || sending}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={[words.field, files.field]} />}
    >
      <Textarea
        label={words.label}
        placeholder={words.hint}
        required={required === 'WORDS'}
        autosize
        minRows={2}
        maxRows={8}
        value={fields.words}
        onChange={(event) => set('words', event.currentTarget.value)}
        error={problems[words.field]}
      />
      <LazyFileField
        complaint={complaint}
        label={files.label}
        purpose={files.purpose}
        single={files.single ?? false}
        value={fields.files}
        onChange={(value) => set('files', value)}
        onBusy={setSending}
        error={problems[files.field]}
      />
    </FormShell>
  );
}
