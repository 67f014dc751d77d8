/** Wording for the customer while replies are held. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

const replies = graphql(`
  fragment Replies on Complaint @_unmask {
    id number revision repliesHeldAt stage
    viewerCan { holdReplies contact }
    replies(first: 20) {
      nodes { id state text reason viewerDecides draftedAt draftedBy { id name } decidedBy { id name } }
    }
  }
`);

export const repliesQuery = graphql(
  `
    query RepliesOfComplaint($id: ID!) {
      complaint(by: { id: $id }) { ...Replies }
    }
  `,
  [replies],
);

export type Replies = NonNullable<ResultOf<typeof repliesQuery>['complaint']>;
export type Reply = Replies['replies']['nodes'][number];

export const repliesHoldMutation = graphql(
  `
    mutation HoldReplies($input: RepliesHoldInput!) {
      repliesHold(input: $input) {
        __typename
        ... on RepliesHoldPayload { complaint { ...ComplaintDetail ...Replies } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, replies],
);

export const repliesReleaseMutation = graphql(
  `
    mutation ReleaseReplies($input: RepliesReleaseInput!) {
      repliesRelease(input: $input) {
        __typename
        ... on RepliesReleasePayload { complaint { ...ComplaintDetail ...Replies } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, replies],
);

export const replyDraftMutation = graphql(
  `
    mutation DraftReply($input: ReplyDraftInput!) {
      replyDraft(input: $input) {
        __typename
        ... on ReplyDraftPayload { complaint { ...ComplaintDetail ...Replies } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, replies],
);

export const replyApproveMutation = graphql(
  `
    mutation ApproveReply($input: ReplyApproveInput!) {
      replyApprove(input: $input) {
        __typename
        ... on ReplyApprovePayload { complaint { ...ComplaintDetail ...Replies } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, replies],
);

export const replyRejectMutation = graphql(
  `
    mutation RejectReply($input: ReplyRejectInput!) {
      replyReject(input: $input) {
        __typename
        ... on ReplyRejectPayload { complaint { ...ComplaintDetail ...Replies } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, replies],
);
