/** A meeting as its stream tells of it: the picture of now, and again after each break of the line. */
import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useState } from 'react';
import { followStream } from '../../app/follow-stream.ts';
import { meetingEventsSubscription } from './meeting-documents.ts';
import type { MeetingTold, MeetingView } from './meeting-documents.ts';

export type MeetingLive =
  | { state: 'loading' }
  /** Nothing was told of it yet, and the line does not stand; it is tried again. */
  | { state: 'unreached' }
  /** Not there, or not for this viewer: the two look the same. */
  | { state: 'missing' }
  /** `isLive`: the line stands. While it doesn't, the meeting is shown as it was last told. */
  | { state: 'ready'; meeting: MeetingView; isLive: boolean };

/** Its pieces are typed one by one: the type of the whole is more than the compiler follows. */
const document = meetingEventsSubscription as unknown as TypedDocumentNode<MeetingTold, { id: string }>;

const LOADING: MeetingLive = { state: 'loading' };

export function useMeeting(id: string): {
  live: MeetingLive;
  /** Tries the line at once. */
  again: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<{ id: string; live: MeetingLive }>({ id, live: LOADING });
  useEffect(() => {
    const become = (change: (before: MeetingLive) => MeetingLive) =>
      setTold((before) => ({ id, live: change(before.id === id ? before.live : LOADING) }));
    return followStream(
      document,
      { id },
      {
        told: ({ meetingEvents }) => {
          if (meetingEvents !== null) become((before) => newer(before, meetingEvents));
          else become(() => ({ state: 'missing' }));
        },
        // Any failure but that one is the server's, and passes.
        refused: (codes) => become(codes.includes('FORBIDDEN') ? () => ({ state: 'missing' }) : cutOff),
        broken: () => become(cutOff),
      },
    );
  }, [id, attempt]);
  return { live: told.id === id ? told.live : LOADING, again: useCallback(() => setAttempt((one) => one + 1), []) };
}

/** What is shown stays. */
function cutOff(before: MeetingLive): MeetingLive {
  if (before.state === 'ready') return { ...before, isLive: false };
  return before.state === 'loading' ? { state: 'unreached' } : before;
}

/** Pictures may come in another order than they were made in: the one that goes further counts. */
function newer(before: MeetingLive, meeting: MeetingView): MeetingLive {
  const isOlder = before.state === 'ready' && before.meeting.number > meeting.number;
  return { state: 'ready', meeting: isOlder ? before.meeting : meeting, isLive: true };
}
