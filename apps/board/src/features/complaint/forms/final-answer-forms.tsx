import { Select, Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useViewer } from '../../../app/viewer.tsx';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { finalAnswerDecideMutation, finalAnswerGiveMutation } from '../survey-documents.ts';
import { useAction } from '../use-action.ts';
import { useReaders } from '../use-readers.ts';
import { NoteForm } from './note-form.tsx';

interface Ends {
  onDone: () => void;
  onCancel: () => void;
}

/** Writes the company's last word, for another member to review. */
export function FinalAnswerGiveForm({
  complaint,
  onDone,
  onCancel,
}: Ends & { complaint: { id: string; number: string } }) {
  const t = useT();
  const { member } = useViewer();
  const readers = useReaders(complaint.id).filter(({ id }) => id !== member.id);
  const action = useAction(finalAnswerGiveMutation, (data) => data.finalAnswerGive);
  const nothing = { text: '', reviewerId: '' };
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.finalAnswer`, nothing);
  const issues = action.refusal?.fields ?? {};
  const text = fields.text.trim();
  const submit = async () => {
    const input = { complaintId: complaint.id, text, reviewerId: fields.reviewerId };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('finalAnswer.give')}
      submitLabel={t('finalAnswer.submit')}
      busy={action.busy}
      disabled={text === '' || fields.reviewerId === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['text', 'reviewerId']} />}
    >
      <Textarea
        label={t('finalAnswer.text')}
        description={t('finalAnswer.textHint')}
        required
        autosize
        minRows={4}
        maxRows={14}
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
        error={issues['text']}
      />
      <Select
        label={t('finalAnswer.reviewer')}
        required
        searchable
        value={fields.reviewerId === '' ? null : fields.reviewerId}
        data={readers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => set('reviewerId', id ?? '')}
        error={issues['reviewerId']}
      />
    </FormShell>
  );
}

/** The reviewer sends it back. */
export function FinalAnswerRejectForm({ answer, ...ends }: Ends & { answer: { id: string } }) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('finalAnswer.reject.title')}
      submitLabel={t('finalAnswer.reject')}
      document={finalAnswerDecideMutation}
      resultOf={(data) => data.finalAnswerDecide}
      field="reason"
      inputOf={(reason) => ({ id: answer.id, approve: false, reason })}
      label={t('complaint.reason')}
      hint={t('finalAnswer.reject.hint')}
      required
      draftName={`${answer.id}.reject`}
    />
  );
}
