import { useT } from '../../../i18n/use-t.ts';
import { promiseKeepMutation, promiseReleaseMutation } from '../promise-mutations.ts';
import { NoteForm } from './note-form.tsx';

interface EndPromiseProps {
  promise: { id: string };
  onDone: () => void;
  onCancel: () => void;
}

/** The customer has what they were promised. */
export function PromiseKeepForm({ promise, ...ends }: EndPromiseProps) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('promise.keep.title')}
      submitLabel={t('promise.keep.submit')}
      document={promiseKeepMutation}
      resultOf={(data) => data.promiseKeep}
      field="note"
      inputOf={(note) => ({ id: promise.id, note: note || null })}
      label={t('commitment.note')}
      hint={t('promise.keep.noteHint')}
      draftName={`${promise.id}.keep`}
    />
  );
}

/** The customer no longer wants what they were promised. */
export function PromiseReleaseForm({ promise, ...ends }: EndPromiseProps) {
  const t = useT();
  return (
    <NoteForm
      {...ends}
      title={t('promise.release.title')}
      submitLabel={t('promise.release.submit')}
      document={promiseReleaseMutation}
      resultOf={(data) => data.promiseRelease}
      field="reason"
      inputOf={(reason) => ({ id: promise.id, reason })}
      label={t('complaint.reason')}
      hint={t('promise.release.reasonHint')}
      required
      draftName={`${promise.id}.release`}
    />
  );
}
