import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { BoardSession } from '../../live/board-session.ts';
import type { BoardPhase, CardView, ColumnView } from '../../live/board-view.ts';

const BoardContext = createContext<BoardSession | null>(null);

export const BoardProvider = BoardContext.Provider;

/** The live board around this part. */
export function useBoard(): BoardSession {
  const session = use(BoardContext);
  if (session === null) throw new Error('useBoard outside the board');
  return session;
}

/** A card as it is to be shown; undefined when it is no longer loaded. */
export function useCardView(id: string): CardView | undefined {
  const { store } = useBoard();
  const subscribe = useCallback((listener: () => void) => store.changes.onCard(id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => store.card(id));
}

/** A column as it is to be shown. */
export function useColumnView(stage: Stage): ColumnView {
  const { store } = useBoard();
  const subscribe = useCallback((listener: () => void) => store.changes.onColumn(stage, listener), [store, stage]);
  return useSyncExternalStore(subscribe, () => store.column(stage));
}

/** Whether there is a board to show, and if not, why. */
export function useBoardPhase(): BoardPhase {
  const { store } = useBoard();
  const subscribe = useCallback((listener: () => void) => store.changes.onPhase(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.phase);
}
