/** The root value of an execution of `meetingEvents`: which meeting has changed. */
export interface MeetingEventsRoot {
  meetingEvents: { meetingId: string };
}
