import { LoadingLines } from '../../ui/loading-lines.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import type { Policies } from './use-policies.ts';
import { useSettingsT } from './use-settings-t.ts';

/** In the place of a section that is not here yet, or did not come. */
export function SectionWait({ failed, again }: Pick<Policies, 'failed' | 'again'>) {
  const s = useSettingsT();
  if (!failed) return <LoadingLines heights={[240]} />;
  return <RetryNotice onRetry={again}>{s('settings.failed')}</RetryNotice>;
}
