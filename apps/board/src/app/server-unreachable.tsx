import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useT } from '../i18n/use-t.ts';
import { MessagePage } from '../ui/message-page.tsx';

/**
 * The very first answer did not come. Tries again by itself every few seconds and when the network is back.
 * `whole`: it is all there is on screen.
 */
export function ServerUnreachable({ onRetry, whole = true }: { onRetry: () => void; whole?: boolean }) {
  const t = useT();
  useEffect(() => {
    const timer = setInterval(onRetry, 5_000);
    window.addEventListener('online', onRetry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', onRetry);
    };
  }, [onRetry]);
  return (
    <MessagePage whole={whole} title={t('common.unreachable.title')} text={t('common.unreachable.text')}>
      <Button onClick={onRetry}>{t('common.retry')}</Button>
    </MessagePage>
  );
}
