/** For views that look at all cards of a board at once, and not at one column or card. */
import { STAGES } from '@redress/domain/rules/vocabulary';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BoardSession } from '../../live/board-session.ts';
import type { BoardPhase, CardView } from '../../live/board-view.ts';

/** How many cards of a column come at once, which is the most that the contract allows. */
export const WHOLE_PAGE = 500;
/** A column is loaded up to here; what lies beyond is counted, and said to be missing. */
const MOST_OF_COLUMN = 4000;

export interface WholeBoard {
  /** The loaded cards as they are to be shown, column by column. */
  cards: readonly CardView[];
  /** How many there are, loaded or not. */
  total: number;
  phase: BoardPhase;
  /** Another number for another picture. */
  generation: number;
}

/** All cards of the board, live; pages are loaded until all of them are here. */
export function useWholeBoard(session: BoardSession): WholeBoard {
  const { store } = session;
  const subscribe = useCallback((listener: () => void) => store.changes.onAny(listener), [store]);
  const generation = useSyncExternalStore(subscribe, () => store.changes.generation);
  useEffect(() => {
    for (const stage of STAGES) {
      const { hasMore, paging, ids } = store.column(stage);
      if (hasMore && paging === 'idle' && ids.length < MOST_OF_COLUMN) void session.loadMore(stage);
    }
  }, [session, store, generation]);
  return useMemo(() => {
    const columns = STAGES.map((stage) => store.column(stage));
    return {
      cards: columns.flatMap(({ ids }) => ids.flatMap((id) => store.card(id) ?? [])),
      total: columns.reduce((sum, column) => sum + column.total, 0),
      phase: store.phase,
      generation,
    };
  }, [store, generation]);
}
