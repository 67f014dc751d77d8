/** A meeting as its stream tells of it: the picture of now, and again after each break of the line. */
import { stringifyDocument } from '@urql/core';
import { useEffect, useState } from 'react';
import { wsClient } from '../../app/graphql-client.ts';
import { backoffMs } from '../../live/backoff.ts';
import { meetingEventsSubscription } from './meeting-documents.ts';
import type { MeetingTold, MeetingView } from './meeting-documents.ts';

export type MeetingLive =
  | { state: 'loading' }
  /** Not there, or not for this viewer: the two look the same. */
  | { state: 'missing' }
  /** `isLive`: the line stands. While it doesn't, the meeting is shown as it was last told. */
  | { state: 'ready'; meeting: MeetingView; isLive: boolean };

/** Close codes by which the server says that nobody is signed in (any more). */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

export function useMeeting(id: string): MeetingLive {
  const [told, setTold] = useState<{ id: string; live: MeetingLive }>({ id, live: { state: 'loading' } });
  useEffect(
    () => follow(id, (change) => setTold((before) => ({ id, live: change(before.id === id ? before.live : LOADING) }))),
    [id],
  );
  return told.id === id ? told.live : LOADING;
}

const LOADING: MeetingLive = { state: 'loading' };

type Change = (before: MeetingLive) => MeetingLive;

/** Follows until told to stop; tries again with a growing pause. */
function follow(id: string, become: (change: Change) => void): () => void {
  let failures = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: () => void = () => undefined;
  const again = () => {
    if (isOver) return;
    become((before) => (before.state === 'ready' ? { ...before, isLive: false } : before));
    failures += 1;
    timer = setTimeout(begin, backoffMs(failures, Math.random()));
  };
  const begin = () => {
    unsubscribe = wsClient.subscribe<MeetingTold>(
      { query: stringifyDocument(meetingEventsSubscription), variables: { id } },
      {
        next: ({ data, errors }) => {
          if (isOver) return;
          failures = 0;
          const meeting = data?.meetingEvents ?? null;
          if (meeting !== null) become((before) => newer(before, meeting));
          else if (errors === undefined || errors.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN'))
            become(() => ({ state: 'missing' }));
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

/** Pictures may come in another order than they were made in: the one that goes further counts. */
function newer(before: MeetingLive, meeting: MeetingView): MeetingLive {
  const isOlder = before.state === 'ready' && before.meeting.number > meeting.number;
  return { state: 'ready', meeting: isOlder ? before.meeting : meeting, isLive: true };
}
