/** The inbox as the server tells of it: how much is in it, and when whoever shows the list has to read it again. */
import { stringifyDocument } from '@urql/core';
import { useSyncExternalStore } from 'react';
import { wsClient } from '../../app/graphql-client.ts';
import type { ResultOf } from '../../graphql.ts';
import { backoffMs } from '../../live/backoff.ts';
import { inboxEventsSubscription } from './inbox-documents.ts';

export interface InboxState {
  /** Null until the server has said it. */
  waiting: number | null;
  /** Another number whenever something in the inbox is another. */
  version: number;
  isLive: boolean;
}

type Told = ResultOf<typeof inboxEventsSubscription>;

/** Close codes by which the server says that nobody is signed in (any more). */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

let state: InboxState = { waiting: null, version: 0, isLive: false };
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function become(next: Partial<InboxState>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

/** Follows the stream, and comes back to it after each break, until told to stop. */
function follow(): () => void {
  let failures = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: () => void = () => undefined;
  const again = () => {
    if (isOver) return;
    become({ isLive: false });
    failures += 1;
    timer = setTimeout(begin, backoffMs(failures, Math.random()));
  };
  const begin = () => {
    unsubscribe = wsClient.subscribe<Told>(
      { query: stringifyDocument(inboxEventsSubscription) },
      {
        next: ({ data }) => {
          if (isOver || data === null || data === undefined) return;
          failures = 0;
          become({ waiting: data.inboxEvents.count.waiting, version: state.version + 1, isLive: true });
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

/** The inbox of the member who is signed in; followed for as long as something shows it. */
export function useInbox(): InboxState {
  return useSyncExternalStore(subscribe, () => state);
}
