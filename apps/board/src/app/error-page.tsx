import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { MessagePage } from '../ui/message-page.tsx';

/** A part of the board broke. What was typed is kept in drafts, so a reload loses nothing. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const t = useT();
  return (
    <MessagePage title={t('common.broken.title')} text={t('common.broken.text')}>
      <Button onClick={() => location.reload()}>{t('common.reload')}</Button>
      <details>
        <summary>{t('common.details')}</summary>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </MessagePage>
  );
}
