import { useT } from '../../../i18n/use-t.ts';
import { replyDraftMutation } from '../replies-documents.ts';
import { useAction } from '../use-action.ts';
import { WordsForm } from './words-form.tsx';

/** Drafts wording for the customer, for somebody else to approve. */
export function ReplyDraftForm({
  complaint: { id, number },
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(replyDraftMutation, (data) => data.replyDraft, { adds: true });
  return (
    <WordsForm
      draft={`${number}.reply`}
      field="text"
      title={t('replies.draft')}
      label={t('replies.text')}
      hint={t('replies.textHint')}
      required
      submitLabel={t('replies.draft.submit')}
      action={action}
      send={(text) => action.run({ input: { complaintId: id, text } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
