import { graphql } from '../../graphql.ts';

/** What reminds of meetings: those that go on, and when series meet next. */
export const meetingsAheadQuery = graphql(`
  query MeetingsAhead {
    meetings(running: true) { id name viewerIsMissed }
    meetingSeries { id name nextAt remindedFrom viewerBelongs }
  }
`);
