import { useT } from '../../../i18n/use-t.ts';
import type { HoldView } from '../complaint-documents.ts';
import { holdRefuseMutation, resumeMutation } from '../hold-mutations.ts';
import { NoteForm } from './note-form.tsx';

interface Ends {
  onDone: () => void;
  onCancel?: () => void;
}

/** Refuses a hold that was asked for; for who asked (`own`), takes the request back. */
export function RefuseHoldForm({ hold, own, ...ends }: Ends & { hold: HoldView; own: boolean }) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={own ? t('hold.withdraw.title') : t('hold.refuse.title')}
      submitLabel={own ? t('hold.withdraw.submit') : t('hold.refuse.submit')}
      document={holdRefuseMutation}
      resultOf={(data) => data.holdRefuse}
      field="reason"
      inputOf={(reason) => ({ id: hold.id, reason })}
      label={t('complaint.reason')}
      required
      draftName={`${hold.id}.refuse`}
    />
  );
}

/** Goes on before the hold's date. */
export function ResumeForm({ complaint, ...ends }: Ends & { complaint: { id: string; number: string } }) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('hold.resume.title')}
      submitLabel={t('hold.resume.submit')}
      document={resumeMutation}
      resultOf={(data) => data.complaintResume}
      field="note"
      inputOf={(note) => ({ id: complaint.id, note: note || null })}
      label={t('commitment.note')}
      draftName={`${complaint.number}.resume`}
    />
  );
}
