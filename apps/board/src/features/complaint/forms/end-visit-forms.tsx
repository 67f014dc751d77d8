import { useT } from '../../../i18n/use-t.ts';
import { useAction } from '../use-action.ts';
import { visitCancelMutation, visitDoneMutation, visitNoShowMutation } from '../visit-mutations.ts';
import { WordsForm } from './words-form.tsx';

interface EndVisitProps {
  visit: { id: string };
  onDone: () => void;
  onCancel: () => void;
}

/** Reports the visit done, with the record that the customer signed. */
export function VisitDoneForm({ visit, onDone, onCancel }: EndVisitProps) {
  const t = useT();
  const action = useAction(visitDoneMutation, (data) => data.visitDone);
  return (
    <WordsForm
      draft={`${visit.id}.done`}
      field="record"
      title={t('visit.done.title')}
      label={t('visit.record')}
      hint={t('visit.recordHint')}
      required
      submitLabel={t('visit.done.submit')}
      action={action}
      send={(record) => action.run({ input: { id: visit.id, record } })}
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
