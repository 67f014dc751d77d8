/** Comes back to a subscription after each break, also after one because nobody was signed in. */
import type { ExecutionResult, Sink } from 'graphql-ws';
import { backoffMs } from './backoff.ts';
import { systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';

export interface Follower<Data> {
  /** The truth of now. */
  told: (data: Data) => void;
  /** The server has nothing to tell, with the codes of its errors. It is asked again all the same, less and less often. */
  refused?: (codes: readonly unknown[]) => void;
  /** The line broke; it is tried again with a growing pause. */
  broken: () => void;
}

/**
 * Follows a subscription whose every message is the whole truth, until told to stop. A session that ended is a break
 * as any other: it may have been replaced by another one of the same member, and a page whose session was not is left
 * by its layout, and with it whatever follows.
 */
export function follow<Data>(
  subscribe: (sink: Sink<ExecutionResult<Data, Record<string, unknown>>>) => () => void,
  { told, refused, broken }: Follower<Data>,
  timers: Timers = systemTimers,
  random: () => number = Math.random,
): () => void {
  let failures = 0;
  let isOver = false;
  let cancel: () => void = () => undefined;
  let unsubscribe: () => void = () => undefined;
  const again = () => {
    if (isOver) return;
    broken();
    failures += 1;
    cancel = timers.after(backoffMs(failures, random()), begin);
  };
  const begin = () => {
    unsubscribe = subscribe({
      next: ({ data, errors = [] }) => {
        if (isOver) return;
        const codes = errors.map(({ extensions }) => extensions?.['code']);
        // One field that fails among others leaves the rest as true as it is.
        const isRefused = codes.length > 0 && Object.values(data ?? {}).every((value) => value === null);
        if (isRefused) refused?.(codes);
        if (isRefused || data === null || data === undefined) return;
        failures = 0;
        told(data);
      },
      error: again,
      complete: again,
    });
  };
  begin();
  return () => {
    isOver = true;
    cancel();
    unsubscribe();
  };
}
