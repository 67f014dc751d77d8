import { Button, Drawer } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { MessagePage } from '../ui/message-page.tsx';

/** The page broke. What was typed is kept in drafts, so a reload loses nothing. */
export function ErrorPage(props: ErrorComponentProps) {
  return <Broken {...props} whole />;
}

/** What lies over the board broke; the board itself goes on. */
export function OverlayErrorPage(props: ErrorComponentProps) {
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/', search: (search) => search });
  return (
    <Drawer opened onClose={close} position="right" size={560} overlayProps={{ backgroundOpacity: 0.18 }}>
      <Broken {...props} whole={false} />
    </Drawer>
  );
}

function Broken({ error, whole }: ErrorComponentProps & { whole: boolean }) {
  const t = useT();
  return (
    <MessagePage whole={whole} title={t('common.broken.title')} text={t('common.broken.text')}>
      <Button onClick={() => location.reload()}>{t('common.reload')}</Button>
      <details>
        <summary>{t('common.details')}</summary>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </MessagePage>
  );
}
