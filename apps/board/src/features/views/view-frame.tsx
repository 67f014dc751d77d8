import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { BoardSearch } from '../../app/board-search.ts';
import { useT } from '../../i18n/use-t.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { PageLoader } from '../../ui/page-loader.tsx';
import { Announcer } from '../board/announcer.tsx';
import { BoardProvider, useBoardPhase } from '../board/board-context.tsx';
import { BoardMessage } from '../board/board-message.tsx';
import { filterOf } from '../board/board-search-filter.ts';
import { FilterBar } from '../board/filter-bar.tsx';
import { SavedViews } from '../saved-views/saved-views.tsx';
import { ResetNote } from '../board/reset-note.tsx';
import { useBoardSession } from '../board/use-board-session.ts';
import classes from './view-frame.module.css';
import { WHOLE_PAGE } from './whole-board.ts';

const boardRoute = getRouteApi('/signed-in/board');

/** The board's part of the URL, and how a view changes it. Each change rewrites the same entry of the history. */
export function useViewSearch(): [BoardSearch, (change: BoardSearch) => void] {
  const search = boardRoute.useSearch();
  const navigate = useNavigate();
  const change = useCallback(
    (next: BoardSearch) => void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true }),
    [navigate],
  );
  return [search, change];
}

interface Props {
  /** The heading of the page. */
  title: string;
  /** What the view looks at of what the person narrowed the board to. */
  narrow: (filter: BoardFilter) => BoardFilter;
  /** How many cards of a column come at once. */
  pageSize?: number;
  /** What the bar counts, where that is more than the cards of the live board. */
  count?: ReactNode;
  /** Shown once the first picture is here. */
  children: (session: BoardSession, filter: BoardFilter) => ReactNode;
}

/** What the person narrowed the board to. */
export function useViewFilter(): BoardFilter {
  const [search] = useViewSearch();
  return useMemo(() => filterOf(search), [search]);
}

/** What every view of the board has around it: the live board under the filter of the URL, and the filter itself. */
export function ViewFrame({ title, narrow, pageSize = WHOLE_PAGE, count, children }: Props) {
  const [search, change] = useViewSearch();
  const filter = useViewFilter();
  const session = useBoardSession(narrow(filter), pageSize);
  return (
    <BoardProvider value={session}>
      <div className={classes.page}>
        <h1 className={classes.title}>{title}</h1>
        <FilterBar search={search} onChange={change} selects={false} count={count}>
          <SavedViews search={search} />
        </FilterBar>
        <ResetNote />
        <Body onRetry={() => session.open(narrow(filter))}>{children(session, filter)}</Body>
      </div>
      <Announcer />
    </BoardProvider>
  );
}

function Body({ onRetry, children }: { onRetry: () => void; children: ReactNode }) {
  const t = useT();
  const phase = useBoardPhase();
  if (phase.kind === 'loading') return <PageLoader />;
  if (phase.kind !== 'failed') return children;
  const words =
    phase.why === 'network' ? t('board.loadFailed.network') : t('board.loadFailed.server', { message: phase.message });
  return <BoardMessage action={{ label: t('common.retry'), run: onRetry }}>{words}</BoardMessage>;
}
