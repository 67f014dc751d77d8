import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import type { Action } from '../use-action.ts';

/** A form that asks for nothing but words; they stay as a draft until they were sent. */
export function WordsForm({
  draft,
  field,
  title,
  label,
  hint,
  required = false,
  submitLabel,
  action,
  send,
  onDone,
  onCancel,
}: {
  /** The key of the draft, its own for each complaint and action. */
  draft: string;
  /** What the contract calls the words in the mutation's input. */
  field: string;
  title: string;
  label: string;
  hint: string;
  required?: boolean;
  submitLabel: string;
  action: Pick<Action<never>, 'busy' | 'failure' | 'refusal'>;
  /** Carries the action with the trimmed words; true when it was done. */
  send: (words: string) => Promise<boolean>;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const { fields, restored, set, clear } = useDraft(draft, { words: '' });
  const words = fields.words.trim();

  const submit = async () => {
    if (!(await send(words))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={title}
      submitLabel={submitLabel}
      busy={action.busy}
      disabled={required && words === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={[field]} />}
    >
      <Textarea
        label={label}
        placeholder={hint}
        required={required}
        autosize
        minRows={2}
        maxRows={8}
        value={fields.words}
        onChange={(event) => set('words', event.currentTarget.value)}
        error={action.refusal?.fields[field]}
      />
    </FormShell>
  );
}
