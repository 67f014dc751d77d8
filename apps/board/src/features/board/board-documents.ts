/**
 * What the board asks of the API: only what a card shows, predicts or decides by. Nothing here depends on the viewer, so
 * that the server answers everybody of one sight at once; what this one may do is computed in src/live.
 */
import { graphql } from '../../graphql.ts';

export const boardCardFragment = graphql(`
  fragment BoardCard on Complaint @_unmask {
    id number version revision stage position severity channel subject demand receivedAt
    category { code }
    department { id code shortName nameZh nameEn }
    assignee { id name }
    registrar { id }
    isClaimed claimedAt
    claimedBy { id name }
    factsConfirmedAt firstContactAt unmet consequences
    customer { tier }
    nextDeadline { id kind startedAt dueAt isBreached }
    isBreached
    hold { id state until requestedBy { id } }
    givenDuties openDuties attachmentCount isRegulator round
    mergedInto { number }
    escalationLevel supervisedAt urgeCount
    escalatedTo { id }
    concernedMembers { id }
    pendingHandoff {
      id requestedAt reason
      from { id code shortName nameZh nameEn }
      to { id code shortName nameZh nameEn }
    }
    contestedAt
    declinedBy { id code shortName nameZh nameEn }
  }
`);

const columnFragment = graphql(
  `
    fragment BoardColumnPage on BoardColumn @_unmask {
      stage totalCount breachedCount oldestReceivedAt
      complaints(first: $first, after: $after) {
        nodes { ...BoardCard }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [boardCardFragment],
);

/** One page of each column; with an `after`, the filter names the one stage that it belongs to. */
export const boardQuery = graphql(
  `
    query Board($filter: ComplaintFilter, $first: Int!, $after: String) {
      board(filter: $filter) {
        cursor scope serverTime
        columns { ...BoardColumnPage }
      }
    }
  `,
  [columnFragment],
);

export const boardCountsQuery = graphql(`
  query BoardCounts($filter: ComplaintFilter) {
    board(filter: $filter) {
      cursor
      columns { stage totalCount breachedCount oldestReceivedAt }
    }
  }
`);

export const boardEventsSubscription = graphql(
  `
    subscription BoardEvents($after: EventCursor!, $scope: String!, $filter: ComplaintFilter) {
      boardEvents(after: $after, scope: $scope, filter: $filter) {
        __typename cursor previous
        ... on ComplaintEvent {
          actor {
            __typename
            ... on Member { id name }
            ... on Integration { id name }
            ... on CustomerActor { label }
          }
          complaint { ...BoardCard }
        }
        ... on ComplaintMoved { fromStage }
        ... on ComplaintLeft { complaintId }
        ... on BoardReset { reason }
      }
    }
  `,
  [boardCardFragment],
);

export const moveMutation = graphql(
  `
    mutation MoveCard($input: ComplaintMoveInput!) {
      complaintMove(input: $input) {
        __typename
        ... on ComplaintMovePayload { cursor placement complaint { ...BoardCard } }
        ... on UserError { code message }
        ... on StageRequirementsError { missing refusal complaint { ...BoardCard } }
        ... on StaleVersionError { current { ...BoardCard } }
      }
    }
  `,
  [boardCardFragment],
);

export const claimMutation = graphql(
  `
    mutation ClaimCard($input: ComplaintClaimInput!) {
      complaintClaim(input: $input) {
        __typename
        ... on ComplaintClaimPayload { cursor complaint { ...BoardCard } }
        ... on UserError { code message }
        ... on AlreadyClaimedError { claimedAt claimedBy { name } complaint { ...BoardCard } }
        ... on HandoffPendingError { complaint { ...BoardCard } }
        ... on StaleVersionError { current { ...BoardCard } }
      }
    }
  `,
  [boardCardFragment],
);

export const assignMutation = graphql(
  `
    mutation AssignCard($input: ComplaintAssignInput!) {
      complaintAssign(input: $input) {
        __typename
        ... on ComplaintAssignPayload { cursor complaint { ...BoardCard } }
        ... on UserError { code message }
        ... on StaleVersionError { current { ...BoardCard } }
      }
    }
  `,
  [boardCardFragment],
);

export const acceptMutation = graphql(
  `
    mutation AcceptCard($input: HandoffAcceptInput!) {
      handoffAccept(input: $input) {
        __typename
        ... on HandoffAcceptPayload { cursor complaint { ...BoardCard } }
        ... on UserError { code message }
        ... on HandoffAnsweredError { complaint { ...BoardCard } }
      }
    }
  `,
  [boardCardFragment],
);

export const declineMutation = graphql(
  `
    mutation DeclineCard($input: HandoffDeclineInput!) {
      handoffDecline(input: $input) {
        __typename
        ... on HandoffDeclinePayload { cursor complaint { ...BoardCard } }
        ... on UserError { code message }
        ... on HandoffAnsweredError { complaint { ...BoardCard } }
      }
    }
  `,
  [boardCardFragment],
);
