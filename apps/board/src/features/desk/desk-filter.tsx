import type { AnyCard } from '../inbox/inbox-cards.ts';
import { countGroups } from './desk-groups.ts';
import type { DeskGroup } from './desk-groups.ts';
import classes from './desk.module.css';
import { useDeskT } from './use-desk-t.ts';

/** How much waits of each sort; pressed, the desk shows that sort alone. */
export function DeskFilter({
  cards,
  chosen,
  onChoose,
}: {
  cards: readonly AnyCard[];
  chosen: DeskGroup | null;
  onChoose: (group: DeskGroup | null) => void;
}) {
  const t = useDeskT();
  const counts = countGroups(cards);
  // What was chosen stays to be let go, though its last line has been answered.
  if (chosen !== null && !counts.some(({ group }) => group === chosen)) counts.push({ group: chosen, count: 0 });
  if (counts.length < 2 && chosen === null) return null;
  return (
    <div className={classes.chips} role="group" aria-label={t('desk.sorts')}>
      {counts.map(({ group, count }) => (
        <button
          key={group}
          type="button"
          className={classes.chip}
          aria-pressed={chosen === group}
          onClick={() => onChoose(chosen === group ? null : group)}
        >
          {t(`desk.group.${group}`)} <b>{count}</b>
        </button>
      ))}
    </div>
  );
}
