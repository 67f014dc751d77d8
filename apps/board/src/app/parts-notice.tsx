import { Button } from '@mantine/core';
import { useT } from '../i18n/use-t.ts';
import classes from './parts-notice.module.css';
import { usePartsWord } from './parts.ts';

/** Says that a part of the page does not come, and what to do; the rest of the page stays as it is. */
export function PartsNotice() {
  const t = useT();
  const word = usePartsWord();
  return (
    <div className={classes.place} role="status">
      {word !== 'coming' && (
        <div className={classes.notice}>
          <span>{t(`common.parts.${word}`)}</span>
          {word === 'replaced' && (
            <Button size="xs" onClick={() => location.reload()}>
              {t('common.reload')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
