import { Button } from '@mantine/core';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import classes from './files-section.module.css';
import { fileSize } from './file-size.ts';
import type { UploadItem, Uploads } from './use-uploads.ts';

/** What is on its way, and what did not get there. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useT();
  if (uploads.items.length === 0) return null;
  return (
    <ul className={classes.uploads} aria-label={t('file.underWay')}>
      {uploads.items.map((item) => (
        <UploadLine key={item.key} item={item} uploads={uploads} />
      ))}
    </ul>
  );
}

function UploadLine({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useT();
  const locale = useLocale();
  const { file, share, problem } = item;
  return (
    <li className={classes.upload}>
      <span className={classes.name}>{file.name}</span>
      <span className={classes.dim}>{fileSize(file.size, locale)}</span>
      <span className={classes.buttons}>
        {problem !== null && (
          <Button size="compact-sm" variant="default" onClick={() => uploads.retry(item)}>
            {t('file.retry')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => uploads.drop(item)}>
          {problem === null ? t('file.cancel') : t('file.dismiss')}
        </Button>
      </span>
      {problem === null ? (
        <progress
          className={classes.wide}
          max={1}
          value={share ?? 0}
          aria-label={t('file.progress', { name: file.name })}
        />
      ) : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
