import { Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { commentMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';

/** Says something to the colleagues on this complaint. The customer never sees it. */
export function CommentForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(commentMutation, (data) => data.commentAdd);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.comment`, { text: '' });

  const submit = async () => {
    const done = await action.run({ input: { id: complaint.id, text: fields.text.trim() } });
    if (!done) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('complaint.comment.title')}
      submitLabel={t('complaint.comment.submit')}
      busy={action.busy}
      disabled={fields.text.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['text']} />}
    >
      <Textarea
        aria-label={t('complaint.comment.title')}
        placeholder={t('complaint.comment.hint')}
        autosize
        minRows={2}
        maxRows={12}
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
        error={action.refusal?.fields['text']}
      />
    </FormShell>
  );
}
