import { useT } from '../../../i18n/use-t.ts';
import { resolutionCarryOutMutation } from '../resolution-mutations.ts';
import { useAction } from '../use-action.ts';
import { WordsAndFilesForm } from './words-and-files-form.tsx';

/** Reports a resolution carried out, with what proves it. */
export function CarryOutForm({
  complaint,
  resolution: { id },
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string; revision: number };
  resolution: { id: string };
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(resolutionCarryOutMutation, (data) => data.resolutionCarryOut);
  return (
    <WordsAndFilesForm
      complaint={complaint}
      draft={`${id}.carryOut`}
      title={t('resolution.carryOut.title')}
      submitLabel={t('resolution.carryOut.submit')}
      words={{
        field: 'proofNote',
        label: t('resolution.carryOut.proof'),
        hint: t('resolution.carryOut.proofHint'),
      }}
      files={{ field: 'proofIds', label: t('file.proofs'), purpose: 'PROOF' }}
      required="WORDS_OR_FILES"
      action={action}
      send={(words, proofIds) => action.run({ input: { id, proofNote: words || null, proofIds } })}
      onDone={onDone}
      {...(onCancel !== undefined && { onCancel })}
    />
  );
}
