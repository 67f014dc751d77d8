import { Skeleton } from '@mantine/core';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { useT } from '../../i18n/use-t.ts';
import columnClasses from './board-column.module.css';
import classes from './board-columns.module.css';

/** The board's shape while its cards are on their way. */
export function BoardSkeleton() {
  const t = useT();
  return (
    <div className={classes.columns} role="status" aria-label={t('common.loading')}>
      {STAGES.map((stage, column) => (
        <div key={stage} className={columnClasses.column} style={{ padding: 10, gap: 8 }}>
          <Skeleton height={18} width="45%" mb={6} />
          {Array.from({ length: 5 - (column % 3) }, (_, card) => (
            <Skeleton key={card} height={100} radius={7} />
          ))}
        </div>
      ))}
    </div>
  );
}
