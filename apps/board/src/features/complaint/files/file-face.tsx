import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import type { FileView } from './file-documents.ts';
import classes from './files-section.module.css';

/** A picture small, and large on demand; of anything else its kind. */
export function FileFace({ file, name, small = false }: { file: FileView; name: string; small?: boolean }) {
  const t = useT();
  const large = useRef<HTMLDialogElement>(null);
  if (file.thumbnailUrl === null || file.url === null) {
    return (
      <span className={classes.kind} data-small={small || undefined} aria-hidden="true">
        {name.split('.').at(-1)?.slice(0, 4).toUpperCase()}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={classes.face}
        data-small={small || undefined}
        aria-label={t('file.enlarge', { name })}
        onClick={() => large.current?.showModal()}
      >
        <img src={file.thumbnailUrl} alt="" loading="lazy" />
      </button>
      <dialog ref={large} className={classes.large} aria-label={name}>
        <img
          src={file.url}
          alt={name}
          loading="lazy"
          width={file.width ?? undefined}
          height={file.height ?? undefined}
        />
        {/* The drawer would close by the same key. */}
        <Button variant="default" data-mantine-stop-propagation="true" onClick={() => large.current?.close()}>
          {t('file.close')}
        </Button>
      </dialog>
    </>
  );
}
