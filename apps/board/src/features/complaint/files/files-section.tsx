import { Button, FileButton } from '@mantine/core';
import { ACCEPTED_FILES } from '@redress/domain/rules/file-types';
import { useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { FileItem } from './file-item.tsx';
import classes from './files-section.module.css';
import { UploadList } from './upload-list.tsx';
import { useFiles } from './use-files.ts';
import { useUploads } from './use-uploads.ts';
import { useAskedAct } from '../use-asked-act.ts';

const ACTS = ['file'] as const;

/** The files of a complaint. They are chosen, dropped or pasted; several at once. */
export function FilesSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const { files, failed, refresh } = useFiles(complaint);
  const uploads = useUploads(complaint.id, refresh);
  const [over, setOver] = useState(false);
  const choose = useAskedAct<'file', HTMLDivElement>(ACTS, () => undefined);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0) uploads.add([...event.clipboardData.files]);
  };
  return (
    <section className={classes.section} aria-label={t('complaint.tab.files')} onPaste={paste}>
      {complaint.viewerCan.attach && (
        <div
          ref={choose}
          className={classes.zone}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <FileButton multiple accept={ACCEPTED_FILES} onChange={(chosen) => uploads.add(chosen)}>
            {(props) => (
              <Button {...props} size="sm" variant="default">
                {t('file.choose')}
              </Button>
            )}
          </FileButton>
          <span className={classes.dim}>{t('file.hint')}</span>
        </div>
      )}
      <UploadList uploads={uploads} />
      {failed && <Notice kind="problem">{t('file.failed')}</Notice>}
      {files?.length === 0 && <p className={classes.dim}>{t('file.none')}</p>}
      <ul className={classes.files}>
        {files?.map((file) => (
          <FileItem key={file.id} complaint={complaint} file={file} />
        ))}
      </ul>
    </section>
  );
}
