import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { parseSearch, stringifySearch, validateBoardSearch } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { useTold } from '../undo/offers.ts';
import { savedViewsQuery } from './saved-view-documents.ts';
import type { SavedViewEntry } from './saved-view-documents.ts';

export interface SavedViews {
  state: 'loading' | 'ready' | 'failed';
  views: readonly SavedViewEntry[];
  /** The view that the board begins with; null: with everything. */
  defaultId: string | null;
  reload: () => void;
}

/** The views that the member is offered. */
export function useSavedViews(): SavedViews {
  const [{ data, error, fetching }, ask] = useQuery({ query: savedViewsQuery, requestPolicy: 'network-only' });
  const told = useTold();
  // One that is taken back here, which may be one of these.
  const isUndone = told?.state.kind === 'undone';
  useEffect(() => {
    if (isUndone) ask({ requestPolicy: 'network-only' });
  }, [isUndone, ask]);
  const viewer = data?.viewer?.__typename === 'MemberViewer' ? data.viewer : null;
  return useMemo(
    () => ({
      state: viewer !== null ? 'ready' : error !== undefined && !fetching ? 'failed' : 'loading',
      views: viewer?.savedViews ?? [],
      // One that was taken away, or is no longer shared, is none to begin with.
      defaultId: viewer?.savedViews.some(({ id }) => id === viewer.defaultViewId) ? viewer.defaultViewId : null,
      reload: () => ask({ requestPolicy: 'network-only' }),
    }),
    [viewer, error, fetching, ask],
  );
}

/** What a view keeps, as the board's part of the address. */
export function searchOf({ search }: Pick<SavedViewEntry, 'search'>): BoardSearch {
  return validateBoardSearch(parseSearch(search));
}

/** What the board's part of the address says, in one order, so that two can be compared. */
export function addressOf(search: BoardSearch): string {
  return stringifySearch(Object.fromEntries(Object.entries(search).sort(([a], [b]) => (a < b ? -1 : 1))));
}
