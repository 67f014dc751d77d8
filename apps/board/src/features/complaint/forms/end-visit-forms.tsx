import { useT } from '../../../i18n/use-t.ts';
import { useAction } from '../use-action.ts';
import { visitCancelMutation, visitDoneMutation, visitNoShowMutation } from '../visit-mutations.ts';
import { WordsAndFilesForm } from './words-and-files-form.tsx';
import { WordsForm } from './words-form.tsx';

interface EndVisitProps {
  complaint: { id: string; number: string; revision: number };
  visit: { id: string };
  onDone: () => void;
  onCancel: () => void;
}

/** Reports the visit done, with the record that the customer signed. */
export function VisitDoneForm({ complaint, visit, onDone, onCancel }: EndVisitProps) {
  const t = useT();
  const action = useAction(visitDoneMutation, (data) => data.visitDone);
  return (
    <WordsAndFilesForm
      complaint={complaint}
      draft={`${visit.id}.done`}
      title={t('visit.done.title')}
      submitLabel={t('visit.done.submit')}
      words={{ field: 'record', label: t('visit.record'), hint: t('visit.recordHint') }}
      files={{ field: 'recordFileId', label: t('file.record'), purpose: 'VISIT_RECORD', single: true }}
      required="WORDS"
      action={action}
      send={(record, [recordFileId = null]) => action.run({ input: { id: visit.id, record, recordFileId } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

/** Reports that nobody was at home. */
export function VisitNoShowForm({ visit, onDone, onCancel }: EndVisitProps) {
  const t = useT();
  const action = useAction(visitNoShowMutation, (data) => data.visitNoShow);
  return (
    <WordsForm
      draft={`${visit.id}.no-show`}
      field="note"
      title={t('visit.no-show.title')}
      label={t('commitment.note')}
      hint=""
      submitLabel={t('visit.no-show.submit')}
      action={action}
      send={(note) => action.run({ input: { id: visit.id, note: note || null } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

/** Calls the visit off. */
export function VisitCancelForm({ visit, onDone, onCancel }: EndVisitProps) {
  const t = useT();
  const action = useAction(visitCancelMutation, (data) => data.visitCancel);
  return (
    <WordsForm
      draft={`${visit.id}.cancel`}
      field="reason"
      title={t('visit.cancel.title')}
      label={t('complaint.reason')}
      hint=""
      required
      submitLabel={t('visit.cancel.submit')}
      action={action}
      send={(reason) => action.run({ input: { id: visit.id, reason } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
