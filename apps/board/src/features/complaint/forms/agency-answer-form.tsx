import { useT } from '../../../i18n/use-t.ts';
import { regulatorAnswerWriteMutation } from '../regulator-documents.ts';
import { useAction } from '../use-action.ts';
import { WordsForm } from './words-form.tsx';

/** Writes the answer to the agency, for a supervisor to review. */
export function AgencyAnswerForm({
  complaint: { id, number },
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(regulatorAnswerWriteMutation, (data) => data.regulatorAnswerWrite, { adds: true });
  return (
    <WordsForm
      draft={`${number}.agency-answer`}
      field="text"
      title={t('regulator.write')}
      label={t('regulator.answerText')}
      hint={t('regulator.answerHint')}
      required
      submitLabel={t('regulator.write.submit')}
      action={action}
      send={(text) => action.run({ input: { complaintId: id, text } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
