/** What the board's stream tells besides events of complaints. */
import { builder } from '../builder.ts';
import { BoardEvent } from '../event/complaint-event.ts';
import { encodeId } from '../ids.ts';
import type { BoardEventSource } from './board-event-source.ts';

type SignalOf<T extends BoardEventSource['type']> = Extract<BoardEventSource, { type: T }>;

const BoardResetReasonEnum = builder.enumType('BoardResetReason', {
  description: 'Why a stream cannot go on from where it was asked to.',
  values: {
    EXPIRED: { description: 'The cursor is older than what is kept, or is none.' },
    SCOPE_CHANGED: { description: 'The caller may see more, or less, than when the board was loaded.' },
    STREAM_RESTORED: { description: 'The database was restored, and its stream has another history.' },
  },
});

builder.objectRef<SignalOf<'ComplaintLeft'>>('ComplaintLeft').implement({
  description:
    'A complaint is no longer yours to see, or no longer matches the filter. Take it off the board. It may be told again, and of a complaint that was never shown.',
  interfaces: [BoardEvent],
  fields: (t) => ({
    complaintId: t.id({
      description: 'The id of the complaint; nothing else is told of it.',
      resolve: ({ complaintId }) => encodeId('Complaint', complaintId),
    }),
  }),
});

builder.objectRef<SignalOf<'BoardReset'>>('BoardReset').implement({
  description: 'The stream cannot go on from here, and ends: load the board again, and subscribe from its cursor.',
  interfaces: [BoardEvent],
  fields: (t) => ({ reason: t.expose('reason', { type: BoardResetReasonEnum, description: 'Why.' }) }),
});

builder.objectRef<SignalOf<'BoardCheckpoint'>>('BoardCheckpoint').implement({
  description: 'Nothing for you up to here. It comes within a second after the stream has moved on.',
  interfaces: [BoardEvent],
});
