import { useCallback, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useWhenBack } from '../../app/use-when-back.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { tableQuery } from './table-documents.ts';
import type { TableRow } from './table-documents.ts';
import { SORTS } from './table-sort.ts';
import type { Sort } from './table-sort.ts';

const PAGE = 50;
/** How long the board must be still before the page is read again; and how long at most it may be out of date, in ms. */
const PAUSE_MS = 800;
const MOST_MS = 4000;

type Turn = { after?: string; before?: string };

export interface Table {
  state: 'loading' | 'ready' | 'failed';
  rows: readonly TableRow[];
  total: number;
  /** How many lie before the first of these; null once that is not known. */
  skipped: number;
  isBusy: boolean;
  next: (() => void) | null;
  previous: (() => void) | null;
  again: () => void;
}

/** A page of the table, read again when anything on the board changes. */
export function useTable(session: BoardSession, filter: BoardFilter, sort: Sort): Table {
  const [turn, setTurn] = useState<Turn>({});
  const [skipped, setSkipped] = useState(0);
  const orderBy = { field: SORTS[sort.by].field, direction: sort.direction };
  const size = turn.before === undefined ? { first: PAGE } : { last: PAGE };
  const [{ data, error, fetching }, ask] = useQuery({
    query: tableQuery,
    variables: { filter, orderBy, ...size, ...turn },
    requestPolicy: 'network-only',
  });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => onceStill(session, again), [session, again]);
  useWhenBack(() => {
    if (error !== undefined) again();
  });
  // All that stood on a later page is gone elsewhere meanwhile: the first one may have some yet.
  const isLater = turn.after !== undefined || turn.before !== undefined;
  if (isLater && data !== undefined && !fetching && data.complaints.nodes.length === 0) {
    setTurn({});
    setSkipped(0);
  }
  const info = data?.complaints.pageInfo;
  return {
    state: data !== undefined ? 'ready' : error !== undefined && !fetching ? 'failed' : 'loading',
    rows: data?.complaints.nodes ?? [],
    total: data?.complaints.totalCount ?? 0,
    skipped,
    isBusy: fetching,
    next: step(info?.hasNextPage, info?.endCursor, (after) => {
      setTurn({ after });
      setSkipped(skipped + PAGE);
    }),
    previous: step(info?.hasPreviousPage, info?.startCursor, (before) => {
      setTurn({ before });
      setSkipped(Math.max(0, skipped - PAGE));
    }),
    again,
  };
}

function step(
  has: boolean | undefined,
  cursor: string | null | undefined,
  go: (cursor: string) => void,
): (() => void) | null {
  return has === true && cursor !== null && cursor !== undefined ? () => go(cursor) : null;
}

/** Calls once the board has changed and is still again, or has changed for long. Returns how to stop. */
function onceStill({ store }: BoardSession, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const stop = store.changes.onAny(() => {
    const now = Date.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        since = null;
        call();
      },
      Math.max(0, Math.min(PAUSE_MS, since + MOST_MS - now)),
    );
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
