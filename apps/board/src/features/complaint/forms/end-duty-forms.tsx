import { useT } from '../../../i18n/use-t.ts';
import { dutyDoneMutation, dutyWaiveMutation } from '../duty-mutations.ts';
import { NoteForm } from './note-form.tsx';

interface EndDutyProps {
  duty: { id: string };
  onDone: () => void;
  onCancel: () => void;
}

/** The department reports its duty done. */
export function DutyDoneForm({ duty, ...ends }: EndDutyProps) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('duty.done.title')}
      submitLabel={t('duty.done')}
      document={dutyDoneMutation}
      resultOf={(data) => data.dutyDone}
      field="note"
      inputOf={(note) => ({ id: duty.id, note: note || null })}
      label={t('commitment.note')}
      hint={t('duty.done.noteHint')}
      draftName={`${duty.id}.done`}
    />
  );
}

/** Who gave the duty no longer needs it. */
export function DutyWaiveForm({ duty, ...ends }: EndDutyProps) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('duty.waive.title')}
      submitLabel={t('duty.waive.submit')}
      document={dutyWaiveMutation}
      resultOf={(data) => data.dutyWaive}
      field="note"
      inputOf={(note) => ({ id: duty.id, note })}
      label={t('complaint.reason')}
      hint={t('duty.waive.reasonHint')}
      required
      draftName={`${duty.id}.waive`}
    />
  );
}
