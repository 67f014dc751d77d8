/** What the inbox asks for. Its answers need only say whether they were taken: the list is read again. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const inboxEntry = graphql(`
  fragment InboxEntry on Notification @_unmask {
    id kind at readAt isWaiting comment
    actor { __typename ... on Member { name } ... on Integration { name } ... on CustomerActor { label } }
    complaint {
      id number subject severity
      department { id code nameZh nameEn shortName }
      viewerCan { claim answerHandoff route rule approveHold takeOn }
      ruling { id viewerCan { decide } }
    }
    handoff { id state from { id code nameZh nameEn shortName } to { id code nameZh nameEn shortName } reason }
    approval { id viewerCanDecide }
    resolution { id kind what deviates amount { minor currency } }
    duty { id what }
    deadline { id kind state startedAt dueAt isBreached }
  }
`);

export const inboxQuery = graphql(
  `
    query Inbox($waiting: Int!, $news: Int!) {
      waiting: inbox(waiting: true, first: $waiting) { totalCount nodes { ...InboxEntry } }
      news: inbox(waiting: false, first: $news) { nodes { ...InboxEntry } }
      viewer { __typename ... on MemberViewer { inboxCount { waiting unread } } }
    }
  `,
  [inboxEntry],
);

export type InboxEntry = ResultOf<typeof inboxEntry>;

export const inboxEventsSubscription = graphql(`
  subscription InboxEvents { inboxEvents { count { waiting unread } } }
`);

export const readMutation = graphql(`
  mutation ReadNotifications($input: NotificationsReadInput!) {
    notificationsRead(input: $input) { __typename ... on UserError { message } }
  }
`);

export const claimMutation = graphql(`
  mutation ClaimFromInbox($input: ComplaintClaimInput!) {
    complaintClaim(input: $input) { __typename ... on UserError { message } }
  }
`);

export const approvalMutation = graphql(`
  mutation DecideFromInbox($input: ApprovalDecideInput!) {
    approvalDecide(input: $input) { __typename ... on UserError { message } }
  }
`);

export const acceptMutation = graphql(`
  mutation AcceptFromInbox($input: HandoffAcceptInput!) {
    handoffAccept(input: $input) { __typename ... on UserError { message } }
  }
`);

export const declineMutation = graphql(`
  mutation DeclineFromInbox($input: HandoffDeclineInput!) {
    handoffDecline(input: $input) { __typename ... on UserError { message } }
  }
`);
