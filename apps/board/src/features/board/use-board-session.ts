import { useEffect, useMemo, useState } from 'react';
import { serverClock } from '../../app/clock.ts';
import { wsClient } from '../../app/graphql-client.ts';
import { pageShown } from '../../app/later.ts';
import { newKey } from '../../app/new-key.ts';
import { rolesChanged } from '../../app/session.ts';
import { useViewer } from '../../app/viewer.tsx';
import type { Viewer } from '../../app/viewer.tsx';
import type { BoardFilter } from '../../live/board-filter.ts';
import { BoardSession } from '../../live/board-session.ts';
import type { BoardViewer } from '../../live/board-viewer.ts';
import { createBoardTransport } from './board-transport.ts';
import { setCurrentBoard } from './current-board.ts';
import { send } from './send.ts';

const boardTransport = createBoardTransport({ send, socket: wsClient });

/** Nobody looks at a hidden page: frames don't come there, and a timer will do. */
function withNextFrame(flush: () => void): void {
  if (document.hidden) setTimeout(flush, 200);
  else requestAnimationFrame(flush);
}

function makeSession(viewer: BoardViewer, pageSize: number | undefined): BoardSession {
  return new BoardSession({
    transport: boardTransport,
    viewer,
    onSightChanged: rolesChanged,
    clock: serverClock,
    schedule: withNextFrame,
    newKey,
    pageSize,
  });
}

/**
 * Keeps the live board of a page open for as long as the page is shown, under the filter; the header and the drawer know it.
 * @param pageSize how many cards of a column come at once, at most 500
 */
export function useBoardSession(filter: BoardFilter, pageSize?: number): BoardSession {
  const session = useSideSession(filter, pageSize);
  useEffect(() => {
    setCurrentBoard(session);
    return () => setCurrentBoard(null);
  }, [session]);
  useEffect(() => session.store.changes.onPhase(() => tellWhenShown(session)), [session]);
  return session;
}

/** A live board beside the page's own, under another filter, for a page that looks at two. It ends with what asked for it. */
export function useSideSession(filter: BoardFilter, pageSize?: number): BoardSession {
  const asked = useViewer();
  const viewer = useMemo(() => boardViewer(asked), [asked]);
  const [session] = useState(() => makeSession(viewer, pageSize));
  const stableFilter = useStable(filter);
  useEffect(() => {
    const stopWatching = watchBrowser(session);
    return () => {
      stopWatching();
      session.close();
    };
  }, [session]);
  useEffect(() => session.store.setViewer(viewer), [session, viewer]);
  useEffect(() => session.open(stableFilter), [session, stableFilter]);
  return session;
}

/** The URL makes a new object with each navigation; only another filter is another board. */
function useStable(filter: BoardFilter): BoardFilter {
  const key = JSON.stringify(filter);
  return useMemo(() => JSON.parse(key) as BoardFilter, [key]);
}

function tellWhenShown({ store }: BoardSession): void {
  if (store.phase.kind === 'ready') pageShown();
}

function boardViewer({ member: { id, name }, roles }: Viewer): BoardViewer {
  return {
    member: { id, name },
    roles: roles.map(({ role, department }) => ({ role, departmentId: department?.id ?? null })),
  };
}

/** Tells the session what the browser knows of the network, and when somebody looks again. */
function watchBrowser(session: BoardSession): () => void {
  const online = () => session.wake();
  const offline = () => session.doubt();
  const looked = () => {
    if (!document.hidden) session.wake();
  };
  addEventListener('online', online);
  addEventListener('offline', offline);
  document.addEventListener('visibilitychange', looked);
  return () => {
    removeEventListener('online', online);
    removeEventListener('offline', offline);
    document.removeEventListener('visibilitychange', looked);
  };
}
