import { TextInput } from '@mantine/core';
import { useDraft } from '../../app/use-draft.ts';
import { LineForm } from './line-form.tsx';

interface Props {
  /** The key of its draft. */
  draft: string;
  title: string;
  label: string;
  submitLabel: string;
  /** What has become of the answer. */
  answer: { busy: boolean; problem: string | null };
  /** Gives the answer with what was written, null when nothing was; whether it was taken. */
  send: (note: string | null) => Promise<boolean>;
  onDone: () => void;
  onCancel: () => void;
}

/** The line of an act that may say something, and need not: Enter alone carries it out. */
export function NoteLine({ draft, title, label, submitLabel, answer: { busy, problem }, send, ...ends }: Props) {
  const { fields, set, clear } = useDraft(draft, { words: '' });
  const submit = async () => {
    if (!(await send(fields.words.trim() || null))) return;
    clear();
    ends.onDone();
  };
  return (
    <LineForm
      title={title}
      submitLabel={submitLabel}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onCancel={ends.onCancel}
    >
      <TextInput
        label={label}
        maxLength={2000}
        value={fields.words}
        onChange={(event) => set('words', event.currentTarget.value)}
      />
    </LineForm>
  );
}
