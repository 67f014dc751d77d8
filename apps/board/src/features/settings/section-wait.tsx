import { Button, Skeleton } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Policies } from './use-policies.ts';
import { useSettingsT } from './use-settings-t.ts';

/** In the place of a section that is not here yet, or did not come. */
export function SectionWait({ failed, again }: Pick<Policies, 'failed' | 'again'>) {
  const t = useT();
  const s = useSettingsT();
  if (!failed) return <Skeleton height={240} role="status" aria-label={t('common.loading')} />;
  const action = (
    <Button size="xs" variant="default" onClick={again}>
      {t('common.retry')}
    </Button>
  );
  return (
    <Notice kind="problem" action={action}>
      {s('settings.failed')}
    </Notice>
  );
}
