import { useT } from '../../i18n/use-t.ts';
import type { ColumnView } from '../../live/board-view.ts';
import { useBoard } from './board-context.tsx';
import buttons from './card-button.module.css';
import classes from './list-foot.module.css';

/** What lies below the loaded cards: how many more there are, and how their loading goes. */
export function ListFoot({ column }: { column: ColumnView }) {
  const t = useT();
  const board = useBoard();
  if (!column.hasMore) return null;
  return (
    <div className={classes.foot}>
      <span>{t('board.column.loaded', { shown: column.ids.length, total: column.total })}</span>
      {column.paging === 'loading' && <span>{t('board.column.loadingMore')}</span>}
      {column.paging === 'failed' && (
        <span role="alert">
          {t('board.column.moreFailed')}{' '}
          <button type="button" className={buttons.quiet} onClick={() => void board.loadMore(column.stage)}>
            {t('common.retry')}
          </button>
        </span>
      )}
    </div>
  );
}
