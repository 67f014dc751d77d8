import { builder } from '../builder.ts';
import { decodeIdOf } from '../ids.ts';
import { forbidden } from '../top-level-error.ts';
import type { MeetingEventsRoot } from './meeting-events-root.ts';
import { Meeting, inSight, visibleMeeting } from './meeting.ts';

builder.subscriptionField('meetingEvents', (t) =>
  t.field({
    type: Meeting,
    nullable: true,
    description:
      'The meeting as it is: at once, and whenever something in it or in a complaint on its agenda has changed. A picture of now without a cursor: whoever comes back subscribes again. Null once it is not the caller’s to see any more.',
    args: { id: t.arg.id({ required: true, description: 'The meeting.' }) },
    subscribe: async (_root, { id }, ctx) => {
      const meetingId = decodeIdOf('Meeting', id);
      if (meetingId === null || (await visibleMeeting(ctx, meetingId)) === null)
        throw forbidden('There is no such meeting, or it is not yours to see.');
      return ctx.live.meeting(meetingId);
    },
    resolve: (root, _args, ctx) => {
      const { meetingId, meeting } = (root as MeetingEventsRoot).meetingEvents;
      return meeting === null ? visibleMeeting(ctx, meetingId) : inSight(ctx, meeting);
    },
  }),
);
