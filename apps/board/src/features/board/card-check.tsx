import { useT } from '../../i18n/use-t.ts';
import classes from './card-check.module.css';
import { toggleSelected, useSelected, useSelecting, useSelectionProblem } from './selection.ts';

/** While cards are being selected: the box of this one. */
export function CardCheck({ id, number }: { id: string; number: string }) {
  const t = useT();
  const isSelecting = useSelecting();
  const isSelected = useSelected(id);
  if (!isSelecting) return null;
  return (
    <label className={classes.check} data-selected={isSelected || undefined}>
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={t('board.select.card', { number })}
        onChange={() => toggleSelected(id)}
      />
    </label>
  );
}

/** Why what was done with many was refused for this card. */
export function CardCheckProblem({ id }: { id: string }) {
  const problem = useSelectionProblem(id);
  return problem === null ? null : (
    <div className={classes.problem} role="alert">
      {problem}
    </div>
  );
}
