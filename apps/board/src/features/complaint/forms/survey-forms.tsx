import { SegmentedControl, Text, Textarea } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { surveyNoAnswerMutation, surveyRecordMutation } from '../survey-documents.ts';
import { useAction } from '../use-action.ts';
import { NoteForm } from './note-form.tsx';

interface Props {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}

const SCORES = ['1', '2', '3', '4', '5'];
const PARTS = ['outcome', 'handling'] as const;

/** Takes down what the customer said on the phone. */
export function SurveyRecordForm({ complaint, onDone, onCancel }: Props) {
  const t = useT();
  const action = useAction(surveyRecordMutation, (data) => data.surveyRecord);
  const nothing = { outcome: '', handling: '', comment: '' };
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.survey`, nothing);
  const submit = async () => {
    const input = {
      complaintId: complaint.id,
      outcomeScore: Number(fields.outcome),
      handlingScore: Number(fields.handling),
      comment: fields.comment.trim() || null,
    };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('survey.record.title')}
      submitLabel={t('survey.record.submit')}
      busy={action.busy}
      disabled={fields.outcome === '' || fields.handling === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['comment']} />}
    >
      <Text size="sm" c="dimmed">
        {t('survey.record.hint')}
      </Text>
      {PARTS.map((part) => (
        <div key={part}>
          <Text size="sm" fw={500} id={`survey-${part}`}>
            {t(`survey.${part}`)}
          </Text>
          <SegmentedControl
            aria-labelledby={`survey-${part}`}
            fullWidth
            value={fields[part]}
            onChange={(score) => set(part, score)}
            data={SCORES}
          />
        </div>
      ))}
      <Textarea
        label={t('survey.comment')}
        autosize
        minRows={2}
        maxRows={8}
        value={fields.comment}
        onChange={(event) => set('comment', event.currentTarget.value)}
        error={action.refusal?.fields['comment']}
      />
    </FormShell>
  );
}

/** Somebody called and reached nobody. */
export function SurveyNoAnswerForm({ complaint, ...ends }: Props) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('survey.noAnswer.title')}
      submitLabel={t('survey.noAnswer.submit')}
      document={surveyNoAnswerMutation}
      resultOf={(data) => data.surveyNoAnswer}
      field="note"
      inputOf={(note) => ({ complaintId: complaint.id, note: note || null })}
      label={t('commitment.note')}
      hint={t('survey.noAnswer.hint')}
      draftName={`${complaint.number}.noAnswer`}
    />
  );
}
