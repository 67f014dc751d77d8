import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useViewer } from '../../../app/viewer.tsx';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../../ui/time.ts';
import { mayRemoveFile } from '../commitment-rights.ts';
import type { ComplaintView } from '../complaint-documents.ts';
import { NoteForm } from '../forms/note-form.tsx';
import { useRevealed } from '../revealed.tsx';
import { attachmentRemoveMutation } from './file-documents.ts';
import type { FileView } from './file-documents.ts';
import { fileSize } from './file-size.ts';
import classes from './files-section.module.css';

/** One file: seen or heard where it can be, saved otherwise, and removed by who may. */
export function FileItem({ complaint, file }: { complaint: ComplaintView; file: FileView }) {
  const t = useT();
  const locale = useLocale();
  const { read } = useRevealed();
  const [removing, setRemoving] = useState(false);
  const name = file.name === null ? t('timeline.erasedFile') : read(file.name);
  const url = file.url ?? '';
  const close = () => setRemoving(false);
  return (
    <li className={classes.file}>
      <FileFace file={file} name={name} />
      <div className={classes.facts}>
        <span className={classes.name}>{name}</span>
        <span className={classes.dim}>
          {[fileSize(file.bytes, locale), file.byCustomer ? t('file.byCustomer') : file.by?.name]
            .filter(Boolean)
            .join(' · ')}{' '}
          <time dateTime={file.at} title={fullTime(file.at, locale)}>
            {shortDate(file.at, locale)}
          </time>
        </span>
        {file.note !== null && <span>{read(file.note)}</span>}
        <span className={classes.buttons}>
          <Button component="a" href={`${url}?download`} download size="compact-sm" variant="default">
            {t('file.save')}
          </Button>
          {mayRemoveFile(useViewer(), complaint, file) && (
            <Button
              size="compact-sm"
              variant={removing ? 'light' : 'default'}
              aria-expanded={removing}
              onClick={() => setRemoving(!removing)}
            >
              {t('file.remove')}
            </Button>
          )}
        </span>
      </div>
      {file.mediaType.startsWith('audio/') && (
        <audio className={classes.wide} controls preload="metadata" src={url} aria-label={name}>
          <track kind="captions" />
        </audio>
      )}
      {file.mediaType.startsWith('video/') && (
        <video className={classes.wide} controls preload="metadata" src={url} aria-label={name}>
          <track kind="captions" />
        </video>
      )}
      {removing && (
        <div className={classes.wide}>
          <NoteForm
            title={t('file.remove.title', { name })}
            submitLabel={t('file.remove.submit')}
            document={attachmentRemoveMutation}
            resultOf={(data) => data.attachmentRemove}
            field="reason"
            inputOf={(reason) => ({ id: file.id, reason })}
            label={t('complaint.reason')}
            required
            draftName={`${file.id}.remove`}
            onDone={close}
            onCancel={close}
          />
        </div>
      )}
    </li>
  );
}

/** A picture small, and large on demand; of anything else its kind. */
function FileFace({ file, name }: { file: FileView; name: string }) {
  const t = useT();
  const large = useRef<HTMLDialogElement>(null);
  if (file.thumbnailUrl === null || file.url === null) {
    return (
      <span className={classes.kind} aria-hidden="true">
        {name.split('.').at(-1)?.slice(0, 4).toUpperCase()}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={classes.face}
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
