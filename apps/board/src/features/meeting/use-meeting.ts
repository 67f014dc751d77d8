/** A meeting as its stream tells of it: the picture of now, and again after each break of the line. */
import type { TypedDocumentNode } from '@urql/core';
import { useEffect, useState } from 'react';
import { followStream } from '../../app/follow-stream.ts';
import { meetingEventsSubscription } from './meeting-documents.ts';
import type { MeetingTold, MeetingView } from './meeting-documents.ts';

export type MeetingLive =
  | { state: 'loading' }
  /** Not there, or not for this viewer: the two look the same. */
  | { state: 'missing' }
  /** `isLive`: the line stands. While it doesn't, the meeting is shown as it was last told. */
  | { state: 'ready'; meeting: MeetingView; isLive: boolean };

/** Its pieces are typed one by one: the type of the whole is more than the compiler follows. */
const document = meetingEventsSubscription as unknown as TypedDocumentNode<MeetingTold, { id: string }>;

const LOADING: MeetingLive = { state: 'loading' };

export function useMeeting(id: string): MeetingLive {
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
        refused: (codes) => {
          // Any other failure is the server's, and passes.
          if (codes.includes('FORBIDDEN')) become(() => ({ state: 'missing' }));
        },
        broken: () => become((before) => (before.state === 'ready' ? { ...before, isLive: false } : before)),
      },
    );
  }, [id]);
  return told.id === id ? told.live : LOADING;
}

/** Pictures may come in another order than they were made in: the one that goes further counts. */
function newer(before: MeetingLive, meeting: MeetingView): MeetingLive {
  const isOlder = before.state === 'ready' && before.meeting.number > meeting.number;
  return { state: 'ready', meeting: isOlder ? before.meeting : meeting, isLive: true };
}
