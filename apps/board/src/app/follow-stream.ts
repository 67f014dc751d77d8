import { stringifyDocument } from '@urql/core';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { backoffMs } from '../live/backoff.ts';
import { wsClient } from './graphql-client.ts';

/** Close codes by which the server says that nobody is signed in (any more). */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

/**
 * Follows a subscription whose every message is the whole truth, and comes back to it after each break, until told to
 * stop. `broken` is called with each break.
 */
export function followStream<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  told: (data: Data) => void,
  broken: () => void,
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
      { query: stringifyDocument(document) },
      {
        next: ({ data }) => {
          if (isOver || data === null || data === undefined) return;
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
