import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { BoardSession } from '../../live/board-session.ts';
import { serverNow } from '../../ui/now.ts';
import { flowQuery } from './wall-documents.ts';
import type { Flow } from './wall-documents.ts';

/** The figures are read again so often at most while the board changes, and once a minute anyway, in milliseconds. */
const AT_MOST_MS = 5000;
const ANYWAY_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;

/** How fast the work flows, kept up to date; null until it is known. */
export function useFlow({ store }: BoardSession): Flow | null {
  const [times, setTimes] = useState(() => timesAt(serverNow()));
  const [{ data }, ask] = useQuery({ query: flowQuery, variables: times, requestPolicy: 'network-only' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      const now = timesAt(serverNow());
      setTimes((known) => (known.today === now.today ? known : now));
      ask({ requestPolicy: 'network-only' });
    };
    const stop = store.changes.onAny(() => {
      timer ??= setTimeout(read, AT_MOST_MS);
    });
    const anyway = setInterval(read, ANYWAY_MS);
    return () => {
      clearTimeout(timer);
      clearInterval(anyway);
      stop();
    };
  }, [store, ask]);
  return data ?? null;
}

/** Since midnight of the wall's own clock, and for seven days up to it. */
function timesAt(now: number): { today: string; week: string } {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  return { today: midnight.toISOString(), week: new Date(midnight.getTime() - WEEK_MS).toISOString() };
}
