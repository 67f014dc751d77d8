import classes from './settings-page.module.css';

export interface Entry {
  key: string;
  title: string;
  /** What sets it apart; '' when nothing does. */
  mark: string;
}

interface Props {
  entries: readonly Entry[];
  open: string | null;
  onSelect: (key: string) => void;
}

/** The entries of a section, to choose one from. */
export function EntryList({ entries, open, onSelect }: Props) {
  return (
    <ul className={classes.list}>
      {entries.map(({ key, title, mark }) => (
        <li key={key}>
          <button
            type="button"
            className={classes.entry}
            aria-current={key === open ? 'true' : undefined}
            onClick={() => onSelect(key)}
          >
            <span>{title}</span>
            {mark !== '' && <span className={classes.mark}>{mark}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
