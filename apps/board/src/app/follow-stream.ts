import { stringifyDocument } from '@urql/core';
import type { TypedDocumentNode } from '@urql/core';
import { backoffMs } from '../live/backoff.ts';
import { wsClient } from './graphql-client.ts';

/** Close codes by which the server says that nobody is signed in (any more). */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

export interface Follower<Data> {
  /** The truth of now. `codes`: the error codes of the fields that could not be told. */
  told: (data: Data, codes: readonly unknown[]) => void;
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
  { told, broken }: Follower<Data>,
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
          if (isOver || data === null || data === undefined) return;
          const codes = errors.map(({ extensions }) => extensions?.['code']);
          // What is refused is asked for again too, but less and less often.
          if (codes.length === 0) failures = 0;
          told(data, codes);
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
