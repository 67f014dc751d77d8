import { useT } from '../i18n/use-t.ts';
import { Notice } from '../ui/notice.tsx';
import type { SubmitFailure as Failure } from './use-submit.ts';

/** Why a form has no answer, beside its button; the text typed is still there. */
export function SubmitFailure({ failure }: { failure: Failure | null }) {
  const t = useT();
  if (failure === null) return null;
  const said = () => {
    switch (failure.kind) {
      case 'network':
        return t('common.networkFailed');
      case 'throttled':
        return t('common.throttled', { s: failure.seconds });
      case 'server':
        return t('common.serverFailed', { id: failure.id });
    }
  };
  return <Notice kind="problem">{said()}</Notice>;
}
