import { Button } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../../../app/viewer.tsx';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../../ui/time.ts';
import { mayRemoveFile } from '../commitment-rights.ts';
import type { ComplaintView } from '../complaint-documents.ts';
import { NoteForm } from '../forms/note-form.tsx';
import { useRevealed } from '../revealed.tsx';
import { attachmentRemoveMutation } from './file-documents.ts';
import type { FileView } from './file-documents.ts';
import { FileFace } from './file-face.tsx';
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
