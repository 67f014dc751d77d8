/** The root value of an execution of `meetingEvents`: which meeting has changed. */
import type { MeetingView } from '@redress/domain/reads/meetings';

export interface MeetingEventsRoot {
  meetingEvents: {
    meetingId: string;
    /** As it was read for all who follow; null: it is to be read, or there is none. */
    meeting: MeetingView | null;
  };
}
