import { useDraft } from '../../../app/use-draft.ts';
import { useViewer } from '../../../app/viewer.tsx';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { commentMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';
import { useReaders } from '../use-readers.ts';
import { MentionTextarea } from './mention-textarea.tsx';
import { namedIn } from './mentions.ts';

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
  const action = useAction(commentMutation, (data) => data.commentAdd, { adds: true });
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.comment`, { text: '' });

  const { member } = useViewer();
  const colleagues = useReaders(complaint.id).filter(({ id }) => id !== member.id);

  const submit = async () => {
    const mentions = namedIn(colleagues, fields.text).map(({ id }) => id);
    const done = await action.run({ input: { id: complaint.id, text: fields.text.trim(), mentions } });
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
      <MentionTextarea
        label={t('complaint.comment.title')}
        placeholder={t('complaint.comment.hint')}
        value={fields.text}
        colleagues={colleagues}
        onChange={(text) => set('text', text)}
        error={action.refusal?.fields['text']}
      />
    </FormShell>
  );
}
