/** The live board of this page, for whoever stands beside it: the badge in the header, the drawer over it. */
import { useSyncExternalStore } from 'react';
import type { BoardSession } from '../../live/board-session.ts';

let current: BoardSession | null = null;
const listeners = new Set<() => void>();

/** Called by the board page alone. */
export function setCurrentBoard(session: BoardSession | null): void {
  current = session;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The live board now, or null before it is opened. */
export function currentBoard(): BoardSession | null {
  return current;
}

/** The live board, or null before it is opened. */
export function useCurrentBoard(): BoardSession | null {
  return useSyncExternalStore(subscribe, currentBoard);
}

/**
 * Calls for each event about a complaint, from whichever board is open, and when that was loaded anew. What shows the
 * complaint asks for it again then.
 */
export function onComplaintEvent(complaintId: string, listener: () => void): () => void {
  let stop = current?.store.onComplaintEvent(complaintId, listener);
  const unsubscribe = subscribe(() => {
    stop?.();
    stop = current?.store.onComplaintEvent(complaintId, listener);
  });
  return () => {
    unsubscribe();
    stop?.();
  };
}
