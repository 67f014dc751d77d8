/** What the inbox asks for, for the bell and for the desk. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const inboxEntry = graphql(`
  fragment InboxEntry on Notification @_unmask {
    id kind at readAt isWaiting comment
    actor { __typename ... on Member { name } ... on Integration { name } ... on CustomerActor { label } }
    complaint {
      id number subject severity
      department { id code nameZh nameEn shortName }
      assignee { id name }
      viewerCan { claim answerHandoff route rule approveHold takeOn handOff assign }
      ruling { id viewerCan { decide } }
      escalation { id }
    }
    handoff {
      id state reason declinePreset answerReason
      from { id code nameZh nameEn shortName } to { id code nameZh nameEn shortName }
    }
    approval { id viewerCanDecide }
    resolution { id kind what deviates amount { minor currency } }
    duty { id what }
    deadline { id kind state startedAt dueAt isBreached }
  }
`);

const meetingEntry = graphql(`
  fragment MeetingEntry on MeetingNotification @_unmask {
    id kind at readAt isWaiting meetsAt metAt
    actor { __typename ... on Member { name } ... on Integration { name } ... on CustomerActor { label } }
    decision { id meetingId meetingName title text at dueAt doneAt viewerMayFulfil by { name } complaint { id number } }
    series { id name }
  }
`);

export const inboxQuery = graphql(
  `
    query Inbox($waiting: Int!, $news: Int!) {
      waiting: inbox(waiting: true, first: $waiting) { nodes { ...InboxEntry } }
      news: inbox(waiting: false, first: $news) { nodes { ...InboxEntry } }
      meetings: meetingInbox(waiting: true) { ...MeetingEntry }
      meetingNews: meetingInbox(waiting: false) { ...MeetingEntry }
      viewer { __typename ... on MemberViewer { inboxCount { subjectsWaiting unread } } }
    }
  `,
  [inboxEntry, meetingEntry],
);

/** An entry about a complaint. */
export type InboxEntry = ResultOf<typeof inboxEntry>;

/** One about a meeting: what it decided, or that it is ahead. */
export type MeetingEntry = ResultOf<typeof meetingEntry>;

export const inboxEventsSubscription = graphql(`
  subscription InboxEvents { inboxEvents { meetingsChanged count { subjectsWaiting } } }
`);

export const readMutation = graphql(`
  mutation ReadNotifications($input: NotificationsReadInput!) {
    notificationsRead(input: $input) { __typename ... on UserError { message } }
  }
`);
