import { stringifyDocument } from '@urql/core';
import type { TypedDocumentNode } from '@urql/core';
import { backoffMs } from '../live/backoff.ts';
import { wsClient } from './graphql-client.ts';

/** Close codes by which the server says that nobody is signed in (any more). */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

export interface Follower<Data> {
  /** The truth of now. */
  told: (data: Data) => void;
  /** The server has nothing to tell, with the codes of its errors. It is asked again all the same, less and less often. */
  refused?: (codes: readonly unknown[]) => void;
  /** The line broke; it is tried again with a growing pause. */
  broken: () => void;
}

/**
 * Follows a subscription whose every message is the whole truth, and comes back to it after each break, until told to
 * stop.
 */
export function followStream<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { told, refused, broken }: Follower<Data>,
): () => void {
  let failures = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: () => void = () => undefined;
  const again = () => {
    if (isOver) return;
    broken();
    failures += 1;
    timer = setTimeout(begin, backoffMs(failures, Math.random()));
  };
  const begin = () => {
    unsubscribe = wsClient.subscribe<Data>(
      { query: stringifyDocument(document), variables },
      {
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
        error: (error) => {
          const isSignedOut = error instanceof CloseEvent && SIGNED_OUT_CODES.includes(error.code);
          if (!isSignedOut) again();
        },
        complete: again,
      },
    );
  };
  begin();
  return () => {
    isOver = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
