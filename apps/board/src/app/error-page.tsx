import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { MessagePage } from '../ui/message-page.tsx';
import classes from './error-page.module.css';

/** The page broke. What was typed is kept in drafts, so a reload loses nothing. */
export function ErrorPage(props: ErrorComponentProps) {
  return <Broken {...props} whole />;
}

/** What lies over the board broke; the board itself goes on. */
export function OverlayErrorPage(props: ErrorComponentProps) {
  return (
    <aside className={classes.overlay}>
      <Broken {...props} whole={false} />
    </aside>
  );
}

function Broken({ error, whole }: ErrorComponentProps & { whole: boolean }) {
  const t = useT();
  return (
    <MessagePage whole={whole} title={t('common.broken.title')} text={t('common.broken.text')}>
      <Button onClick={() => location.reload()}>{t('common.reload')}</Button>
      {!whole && (
        <Button variant="default" renderRoot={(props) => <Link to="/" search={(search) => search} {...props} />}>
          {t('common.toBoard')}
        </Button>
      )}
      <details>
        <summary>{t('common.details')}</summary>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </MessagePage>
  );
}
