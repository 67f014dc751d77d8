import { useLocale, useT } from '../../i18n/use-t.ts';
import type { BoardCard } from '../../live/board-card.ts';
import { departmentName } from '../../ui/department-name.ts';
import { useBoard } from './board-context.tsx';
import classes from './card-button.module.css';
import { focusCardOf } from './focus-card.ts';

/** Takes the complaint for its department with one press. */
export function ClaimButton({ card }: { card: BoardCard }) {
  const t = useT();
  const locale = useLocale();
  const board = useBoard();
  const department = card.department === null ? '' : departmentName(card.department, locale);
  const words = t('board.card.claimTitle', { department, number: card.number });
  return (
    <button
      type="button"
      className={classes.main}
      title={words}
      aria-label={words}
      onClick={({ currentTarget }) => {
        focusCardOf(currentTarget);
        void board.act({ kind: 'claim', cardId: card.id });
      }}
    >
      {t('board.card.claim')}
    </button>
  );
}
