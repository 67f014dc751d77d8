import { Loader } from '@mantine/core';
import { useT } from '../i18n/use-t.ts';
import classes from './message-page.module.css';

/** A page that is on its way. */
export function PageLoader() {
  const t = useT();
  return (
    <div className={classes.root} role="status" aria-label={t('common.loading')}>
      <Loader size="sm" />
    </div>
  );
}
