/** What is done with many cards at once. The cards themselves come by the stream. */
import { graphql } from '../../graphql.ts';

export const bulkClaimMutation = graphql(`
  mutation ClaimCards($input: ComplaintsClaimInput!) {
    complaintsClaim(input: $input) {
      __typename
      ... on UserError { message }
      ... on ComplaintsClaimPayload { results { id result { __typename ... on UserError { message } } } }
    }
  }
`);

export const bulkAssignMutation = graphql(`
  mutation AssignCards($input: ComplaintsAssignInput!) {
    complaintsAssign(input: $input) {
      __typename
      ... on UserError { message }
      ... on ComplaintsAssignPayload {
        results { id result { __typename ... on UserError { message } ... on ComplaintAssignPayload { cursor } } }
      }
    }
  }
`);

export const bulkHandOffMutation = graphql(`
  mutation HandOffCards($input: ComplaintsHandOffInput!) {
    complaintsHandOff(input: $input) {
      __typename
      ... on UserError { message }
      ... on ComplaintsHandOffPayload {
        results {
          id
          result {
            __typename
            ... on UserError { message }
            ... on HandoffRequestPayload { cursor complaint { number } handoff { id } }
          }
        }
      }
    }
  }
`);
