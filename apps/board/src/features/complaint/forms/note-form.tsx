import type { TypedDocumentNode } from '@urql/core';
import type { ResultLike } from '../refusal.ts';
import { useAction } from '../use-action.ts';
import { WordsForm } from './words-form.tsx';

export interface NoteFormProps<Data, Input> {
  title: string;
  submitLabel: string;
  /** The mutation, the one result in its answer, and its input for what was written (trimmed). */
  document: TypedDocumentNode<Data, { input: Input }>;
  resultOf: (data: Data) => ResultLike;
  inputOf: (text: string) => Input;
  label: string;
  hint?: string;
  required?: boolean;
  /** What the contract calls the words. */
  field: 'note' | 'reason';
  draftName: string;
  onDone: () => void;
  onCancel?: () => void;
}

/** Ends something with words: a reason that it needs, or a note that may be left out. */
export function NoteForm<Data, Input>(props: NoteFormProps<Data, Input>) {
  const { document, resultOf, inputOf, draftName, hint = '', ...shown } = props;
  const action = useAction(document, resultOf);
  return (
    <WordsForm
      {...shown}
      hint={hint}
      draft={draftName}
      action={action}
      send={(text) => action.run({ input: inputOf(text) })}
    />
  );
}
