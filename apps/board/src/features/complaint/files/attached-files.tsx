import { useT } from '../../../i18n/use-t.ts';
import { useRevealed } from '../revealed.tsx';
import type { FileView } from './file-documents.ts';
import { FileFace } from './file-face.tsx';
import classes from './files-section.module.css';
import { useFiles } from './use-files.ts';

interface Props {
  complaint: { number: string; revision: number };
  /** What it refers to, in this order. */
  files: readonly { id: string }[];
  /** What they are there for. */
  label: string;
}

/** The files that a proof, an evidence, a record or a contact refers to: small, in one line. */
export function AttachedFiles(props: Props) {
  return props.files.length === 0 ? null : <Attached {...props} />;
}

function Attached({ complaint, files: named, label }: Props) {
  const { files } = useFiles(complaint);
  if (files === null) return null;
  const byId = new Map(files.map((file) => [file.id, file]));
  return (
    <ul className={classes.attached} aria-label={label}>
      {named.map(({ id }) => (
        <li key={id}>
          <AttachedFile file={byId.get(id)} />
        </li>
      ))}
    </ul>
  );
}

function AttachedFile({ file }: { file: FileView | undefined }) {
  const t = useT();
  const { read } = useRevealed();
  if (file === undefined) return <span className={classes.dim}>{t('file.removed')}</span>;
  const name = file.name === null ? t('timeline.erasedFile') : read(file.name);
  return (
    <>
      <FileFace file={file} name={name} small />
      {file.url === null ? (
        <span className={classes.dim}>{name}</span>
      ) : (
        <a className={classes.link} href={`${file.url}?download`} download>
          {name}
        </a>
      )}
    </>
  );
}
