/**
 * The business actions of the drawer. Each answers with the whole complaint, so that the cache is right at once; each
 * asks for `UserError` as the branch for error types that may come later.
 */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

/**
 * Of the complaint that an error carries only what says that it has changed; it is then read again whole. All of it in
 * each branch would make the document broader than the server allows.
 */
const complaintNow = graphql(`
  fragment ComplaintNow on Complaint @_unmask { id number version revision stage }
`);

const staleVersion = graphql(
  `
    fragment StaleVersion on StaleVersionError @_unmask { current { ...ComplaintNow } }
  `,
  [complaintNow],
);

const handoffPending = graphql(
  `
    fragment HandoffPending on HandoffPendingError @_unmask { complaint { ...ComplaintNow } }
  `,
  [complaintNow],
);

const handoffAnswered = graphql(
  `
    fragment HandoffAnswered on HandoffAnsweredError @_unmask { complaint { ...ComplaintNow } }
  `,
  [complaintNow],
);

const contested = graphql(
  `
    fragment Contested on ContestedError @_unmask { complaint { ...ComplaintNow } }
  `,
  [complaintNow],
);

const rulingStands = graphql(
  `
    fragment RulingStands on RulingStandsError @_unmask { complaint { ...ComplaintNow } }
  `,
  [complaintNow],
);

const invalidInput = graphql(`
  fragment InvalidInput on InvalidInputError @_unmask { issues { path message } }
`);

export const routeMutation = graphql(
  `
    mutation RouteComplaint($input: ComplaintRouteInput!) {
      complaintRoute(input: $input) {
        __typename
        ... on ComplaintRoutePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ContestedError { ...Contested }
        ... on StaleVersionError { ...StaleVersion }
        ... on HandoffPendingError { ...HandoffPending }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, staleVersion, handoffPending, contested, invalidInput],
);

export const claimMutation = graphql(
  `
    mutation ClaimComplaint($input: ComplaintClaimInput!) {
      complaintClaim(input: $input) {
        __typename
        ... on ComplaintClaimPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on AlreadyClaimedError { claimedAt complaint { ...ComplaintNow } }
        ... on StaleVersionError { ...StaleVersion }
        ... on HandoffPendingError { ...HandoffPending }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, complaintNow, staleVersion, handoffPending, invalidInput],
);

export const moveMutation = graphql(
  `
    mutation MoveComplaintTo($input: ComplaintMoveInput!) {
      complaintMove(input: $input) {
        __typename
        ... on ComplaintMovePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StageRequirementsError { missing refusal complaint { ...ComplaintNow } }
        ... on StaleVersionError { ...StaleVersion }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, complaintNow, staleVersion, invalidInput],
);

export const assignMutation = graphql(
  `
    mutation AssignComplaint($input: ComplaintAssignInput!) {
      complaintAssign(input: $input) {
        __typename
        ... on ComplaintAssignPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StaleVersionError { ...StaleVersion }
        ... on HandoffPendingError { ...HandoffPending }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, staleVersion, handoffPending, invalidInput],
);

export const contactMutation = graphql(
  `
    mutation RecordContact($input: ContactRecordInput!) {
      contactRecord(input: $input) {
        __typename
        ... on ContactRecordPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, invalidInput],
);

export const factsMutation = graphql(
  `
    mutation SetFacts($input: FactsSetInput!) {
      factsSet(input: $input) {
        __typename
        ... on FactsSetPayload { complaint { ...ComplaintDetail } cursor }
        ... on StaleVersionError { ...StaleVersion }
        ... on UserError { code message }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, staleVersion, invalidInput],
);

export const commentMutation = graphql(
  `
    mutation AddComment($input: CommentAddInput!) {
      commentAdd(input: $input) {
        __typename
        ... on CommentAddPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, invalidInput],
);

export const handoffRequestMutation = graphql(
  `
    mutation RequestHandoff($input: HandoffRequestInput!) {
      handoffRequest(input: $input) {
        __typename
        ... on HandoffRequestPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StaleVersionError { ...StaleVersion }
        ... on HandoffPendingError { ...HandoffPending }
        ... on ContestedError { ...Contested }
        ... on RulingStandsError { ...RulingStands }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, staleVersion, handoffPending, contested, rulingStands, invalidInput],
);

export const handoffAcceptMutation = graphql(
  `
    mutation AcceptHandoffInDrawer($input: HandoffAcceptInput!) {
      handoffAccept(input: $input) {
        __typename
        ... on HandoffAcceptPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on HandoffAnsweredError { ...HandoffAnswered }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, handoffAnswered, invalidInput],
);

export const handoffDeclineMutation = graphql(
  `
    mutation DeclineHandoffInDrawer($input: HandoffDeclineInput!) {
      handoffDecline(input: $input) {
        __typename
        ... on HandoffDeclinePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on HandoffAnsweredError { ...HandoffAnswered }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, handoffAnswered, invalidInput],
);

export const handoffWithdrawMutation = graphql(
  `
    mutation WithdrawHandoff($input: HandoffWithdrawInput!) {
      handoffWithdraw(input: $input) {
        __typename
        ... on HandoffWithdrawPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on HandoffAnsweredError { ...HandoffAnswered }
        ... on InvalidInputError { ...InvalidInput }
      }
    }
  `,
  [complaintDetail, handoffAnswered, invalidInput],
);
