import { Notice } from '../../ui/notice.tsx';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import buttons from '../board/card-button.module.css';
import classes from './desk.module.css';
import { useDeskT } from './use-desk-t.ts';

/** What was just done, and the way back where there is one. */
export function DeskSaid({
  words,
  canUndo,
  busy,
  problem,
  onUndo,
}: {
  words: string;
  canUndo: boolean;
  busy: boolean;
  problem: string | null;
  onUndo: () => void;
}) {
  const t = useDeskT();
  return (
    <div className={classes.said} data-said={words !== '' || undefined}>
      <span role="status">{words}</span>
      {canUndo && (
        <button
          type="button"
          className={buttons.quiet}
          disabled={busy}
          data-key={SHORTCUTS.desk.undo[0].toUpperCase()}
          aria-keyshortcuts={SHORTCUTS.desk.undo[0]}
          onClick={onUndo}
        >
          {t('desk.undo')}
        </button>
      )}
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
    </div>
  );
}
