import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Notice } from './notice.tsx';

/** What could not be read, in its place, with the way to ask again. */
export function RetryNotice({
  kind = 'problem',
  children,
  onRetry,
}: {
  /** `info`: the page goes on without it. */
  kind?: 'problem' | 'info';
  children: ReactNode;
  onRetry: () => void;
}) {
  const t = useT();
  const retry = (
    <Button size="xs" variant="default" onClick={onRetry}>
      {t('common.retry')}
    </Button>
  );
  return (
    <Notice kind={kind} action={retry}>
      {children}
    </Notice>
  );
}
