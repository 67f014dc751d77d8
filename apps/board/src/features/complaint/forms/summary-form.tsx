import { useT } from '../../../i18n/use-t.ts';
import { summariseMutation } from '../investigation-mutations.ts';
import { useAction } from '../use-action.ts';
import type { FindingProps } from './finding-form.ts';
import { WordsForm } from './words-form.tsx';

/** Writes the closing summary. */
export function SummaryForm({ complaint, onDone, onCancel }: FindingProps) {
  const t = useT();
  const action = useAction(summariseMutation, (data) => data.complaintSummarise);
  return (
    <WordsForm
      draft={`${complaint.number}.summary`}
      field="summary"
      title={t('investigation.summary.title')}
      label={t('investigation.summary.title')}
      hint={t('investigation.summary.hint')}
      required
      submitLabel={t('investigation.summary.submit')}
      action={action}
      send={(summary) => action.run({ input: { complaintId: complaint.id, summary } })}
      onDone={onDone}
      {...(onCancel !== undefined && { onCancel })}
    />
  );
}
