import type { Stage } from '@redress/domain/rules/vocabulary';
import { useT } from '../../i18n/use-t.ts';
import classes from './board-column.module.css';
import { useColumnView } from './board-context.tsx';
import { CardList } from './card-list.tsx';
import { CardNotice } from './card-notice.tsx';
import { ColumnHead } from './column-head.tsx';
import { useSlot, useVerdict } from './drag-state.ts';

/** One stage of the process: its head, what is to be said about cards that are gone, and its cards. */
export function BoardColumn({ stage }: { stage: Stage }) {
  const t = useT();
  const column = useColumnView(stage);
  const verdict = useVerdict(stage);
  const isOver = useSlot(stage) !== null;
  const headId = `column-${stage}`;
  return (
    <section
      className={classes.column}
      aria-labelledby={headId}
      data-stage={stage}
      data-verdict={verdict?.kind}
      data-over={isOver || undefined}
    >
      <ColumnHead column={column} id={headId} />
      {column.orphans.map((notice) => (
        <CardNotice key={notice.cardId} notice={notice} />
      ))}
      <CardList column={column} label={t(`stage.${stage}`)} />
    </section>
  );
}
