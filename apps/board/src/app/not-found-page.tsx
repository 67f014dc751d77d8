import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { MessagePage } from '../ui/message-page.tsx';

/** No page has this address. */
export function NotFoundPage() {
  const t = useT();
  return (
    <MessagePage whole title={t('common.notFound.title')} text={t('common.notFound.text')}>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('common.toBoard')}</Button>
    </MessagePage>
  );
}
