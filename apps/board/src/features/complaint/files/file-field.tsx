import { Button, FileButton } from '@mantine/core';
import { ACCEPTED_FILES } from '@redress/domain/rules/file-types';
import type { AttachmentPurpose } from '@redress/domain/rules/vocabulary';
import { useCallback, useEffect, useRef } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { useRevealed } from '../revealed.tsx';
import type { FileView } from './file-documents.ts';
import { idsOf, textOf } from './file-ids.ts';
import classes from './files-section.module.css';
import { UploadList } from './upload-list.tsx';
import { useFiles } from './use-files.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  complaint: { id: string; number: string; revision: number };
  label: string;
  purpose: AttachmentPurpose;
  /** One file at most: choosing another takes the place of the first. */
  single?: boolean;
  /** The ids of what was chosen, as the draft keeps them. */
  value: string;
  onChange: (value: string) => void;
  /** Whether a file is still on its way: whoever sends the form now would send it without. */
  onBusy: (busy: boolean) => void;
  error: string | undefined;
}

/** Picks files of the complaint, or sends new ones, which are picked as soon as they have arrived. */
export default function FileField({
  complaint,
  label,
  purpose,
  single = false,
  value,
  onChange,
  onBusy,
  error,
}: Props) {
  const t = useT();
  const { files, refresh } = useFiles(complaint);
  const chosen = idsOf(value);
  const pick = (id: string, wanted: boolean) => {
    const others = single ? [] : chosen.filter((one) => one !== id);
    onChange(textOf(wanted ? [...others, id] : others));
  };
  // What arrives, arrives later than the rendering that asked for it.
  const latest = useRef(pick);
  useEffect(() => {
    latest.current = pick;
  });
  const arrived = useCallback(
    (id: string) => {
      latest.current(id, true);
      refresh();
    },
    [refresh],
  );
  const uploads = useUploads(complaint.id, arrived, purpose);
  const busy = uploads.items.some(({ problem }) => problem === null);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const known = new Set(files?.map(({ id }) => id));
  // A draft may name what was removed since; it can be put aside here.
  const gone = files === null ? [] : chosen.filter((id) => !known.has(id));
  return (
    <fieldset className={classes.field}>
      <legend>{label}</legend>
      {((files?.length ?? 0) > 0 || gone.length > 0) && (
        <div className={classes.tiles}>
          {files?.map((file) => (
            <Tile key={file.id} file={file} checked={chosen.includes(file.id)} onPick={pick} />
          ))}
          {gone.map((id) => (
            <label key={id} className={classes.tile}>
              <input type="checkbox" checked onChange={() => pick(id, false)} />
              <span className={classes.dim}>{t('file.removed')}</span>
            </label>
          ))}
        </div>
      )}
      <div className={classes.buttons}>
        <FileButton
          multiple={!single}
          accept={ACCEPTED_FILES}
          onChange={(given: File | File[] | null) => uploads.add(given === null ? [] : [given].flat())}
        >
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {t('file.send')}
            </Button>
          )}
        </FileButton>
      </div>
      <UploadList uploads={uploads} />
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Tile({
  file,
  checked,
  onPick,
}: {
  file: FileView;
  checked: boolean;
  onPick: (id: string, wanted: boolean) => void;
}) {
  const t = useT();
  const { read } = useRevealed();
  return (
    <label className={classes.tile}>
      <input type="checkbox" checked={checked} onChange={(event) => onPick(file.id, event.currentTarget.checked)} />
      {file.thumbnailUrl !== null && <img src={file.thumbnailUrl} alt="" loading="lazy" />}
      <span className={classes.tileName}>{file.name === null ? t('timeline.erasedFile') : read(file.name)}</span>
    </label>
  );
}
