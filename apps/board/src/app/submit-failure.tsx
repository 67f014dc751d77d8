import { useT } from '../i18n/use-t.ts';
import { Notice } from '../ui/notice.tsx';
import type { SubmitFailure as Failure } from './use-submit.ts';

/** Why a form has no answer, beside its button; the text typed is still there. */
export function SubmitFailure({ failure }: { failure: Failure | null }) {
  const t = useT();
  if (failure === null) return null;
  return (
    <Notice kind="problem">
      {failure.kind === 'network' ? t('common.networkFailed') : t('common.serverFailed', { id: failure.id })}
    </Notice>
  );
}
