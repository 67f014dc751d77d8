import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { MessagePage } from '../ui/message-page.tsx';

/** No page has this address. `whole`: it is all there is on screen. */
export function NotFoundPage({ whole = true }: { whole?: boolean }) {
  const t = useT();
  return (
    <MessagePage whole={whole} title={t('common.notFound.title')} text={t('common.notFound.text')}>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('common.toBoard')}</Button>
    </MessagePage>
  );
}
