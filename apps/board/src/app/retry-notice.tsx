import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Notice } from '../ui/notice.tsx';
import { useWhenBack } from './use-when-back.ts';

/** What could not be read, in its place, with the way to ask again. It is asked for by itself once the line is back. */
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
  useWhenBack(onRetry);
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
