/** The inbox as the server tells of it: how much is in it, and when whoever shows the list has to read it again. */
import { useSyncExternalStore } from 'react';
import { followStream } from '../../app/follow-stream.ts';
import { inboxEventsSubscription } from './inbox-documents.ts';

export interface InboxState {
  /** How many things wait. Null until the server has said it. */
  waiting: number | null;
  /** Another number whenever something in the inbox is another. */
  version: number;
  /** Another number whenever something of meetings is another. */
  meetings: number;
  isLive: boolean;
}

let state: InboxState = { waiting: null, version: 0, meetings: 0, isLive: false };
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function become(next: Partial<InboxState>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

function follow(): () => void {
  return followStream(
    inboxEventsSubscription,
    {},
    {
      told: ({ inboxEvents: { count, meetingsChanged } }) => {
        // While the line was broken anything may have happened.
        const isBack = !state.isLive && state.version > 0;
        become({
          waiting: count.subjectsWaiting,
          version: state.version + (meetingsChanged ? 0 : 1),
          meetings: state.meetings + (meetingsChanged || isBack ? 1 : 0),
          isLive: true,
        });
      },
      broken: () => become({ isLive: false }),
    },
  );
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
