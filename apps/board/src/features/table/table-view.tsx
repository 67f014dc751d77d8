import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { addMessages } from '../../i18n/catalogue.ts';
import { viewMessages } from '../../i18n/messages/views.ts';
import { useT } from '../../i18n/use-t.ts';
import { isEmptyFilter } from '../../live/board-filter.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { BoardMessage } from '../board/board-message.tsx';
import { EmptyBoard } from '../board/empty-board.tsx';
import { useViewSearch, ViewFrame } from '../views/view-frame.tsx';
import { ComplaintTable } from './complaint-table.tsx';
import { pressed, sortOf } from './table-sort.ts';
import classes from './table.module.css';
import { useTable } from './use-table.ts';

addMessages(viewMessages);

const asIs = (filter: BoardFilter): BoardFilter => filter;

/** The complaints as a table with columns that sort, page by page; closed ones are in it however old they are. */
export function TableView() {
  const t = useT();
  const [search] = useViewSearch();
  return (
    // The board beneath only tells that something has changed: one card of each column is enough for that.
    <ViewFrame title={t('views.table')} narrow={asIs} pageSize={1}>
      {(session, filter) => <Pages key={`${search.sort}${JSON.stringify(filter)}`} session={session} filter={filter} />}
    </ViewFrame>
  );
}

function Pages({ session, filter }: { session: BoardSession; filter: BoardFilter }) {
  const t = useT();
  const [search, change] = useViewSearch();
  const sort = sortOf(search.sort);
  const table = useTable(session, filter, sort);
  if (table.state === 'failed') {
    return (
      <BoardMessage action={{ label: t('common.retry'), run: table.again }}>{t('views.table.failed')}</BoardMessage>
    );
  }
  if (table.state === 'loading') {
    return (
      <div className={classes.body}>
        <LoadingLines heights={Array<number>(8).fill(40)} />
      </div>
    );
  }
  if (table.rows.length === 0) {
    return isEmptyFilter(filter) ? <EmptyBoard /> : <BoardMessage>{t('views.table.none')}</BoardMessage>;
  }
  const { skipped: before, rows, total } = table;
  return (
    <>
      <div className={classes.body} aria-busy={table.isBusy}>
        <ComplaintTable rows={rows} sort={sort} onSort={(by) => change({ sort: pressed(sort, by) })} />
      </div>
      <div className={classes.foot}>
        <span role="status" className={classes.place}>
          {t('views.table.place', { from: before + 1, to: before + rows.length, total })}
        </span>
        <Button size="xs" variant="default" disabled={table.previous === null} onClick={() => table.previous?.()}>
          {t('views.table.previous')}
        </Button>
        <Button size="xs" variant="default" disabled={table.next === null} onClick={() => table.next?.()}>
          {t('views.table.next')}
        </Button>
        <Button
          size="xs"
          variant="default"
          title={t('views.table.exportHint')}
          leftSection={<IconDownload size={15} aria-hidden />}
          renderRoot={(props) => (
            <Link to="/figures/$of" params={{ of: 'exports' }} search={(kept) => kept} {...props} />
          )}
        >
          {t('views.table.export')}
        </Button>
      </div>
    </>
  );
}
