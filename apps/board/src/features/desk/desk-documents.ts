/** What is done at a line of the desk. An answer need only say whether it was taken, and what undoing it needs: the list is read again. */
import { graphql } from '../../graphql.ts';

export const claimMutation = graphql(`
  mutation ClaimAtDesk($input: ComplaintClaimInput!) {
    complaintClaim(input: $input) { __typename ... on UserError { message } }
  }
`);

export const approvalMutation = graphql(`
  mutation DecideAtDesk($input: ApprovalDecideInput!) {
    approvalDecide(input: $input) { __typename ... on UserError { message } }
  }
`);

export const acceptMutation = graphql(`
  mutation AcceptAtDesk($input: HandoffAcceptInput!) {
    handoffAccept(input: $input) { __typename ... on UserError { message } }
  }
`);

export const declineMutation = graphql(`
  mutation DeclineAtDesk($input: HandoffDeclineInput!) {
    handoffDecline(input: $input) { __typename ... on UserError { message } }
  }
`);

export const dutyDoneMutation = graphql(`
  mutation FinishDutyAtDesk($input: DutyDoneInput!) {
    dutyDone(input: $input) { __typename ... on UserError { message } }
  }
`);

export const takeOnMutation = graphql(`
  mutation TakeOnAtDesk($input: EscalationTakeOnInput!) {
    escalationTakeOn(input: $input) { __typename ... on UserError { message } }
  }
`);

export const fulfilMutation = graphql(`
  mutation FulfilAtDesk($input: MeetingDecisionFulfilInput!) {
    meetingDecisionFulfil(input: $input) { __typename ... on UserError { message } }
  }
`);

export const handOverMutation = graphql(`
  mutation HandOverAtDesk($input: HandoffRequestInput!) {
    handoffRequest(input: $input) {
      __typename
      ... on HandoffRequestPayload { cursor handoff { id } }
      ... on UserError { message }
    }
  }
`);

export const assignMutation = graphql(`
  mutation AssignAtDesk($input: ComplaintAssignInput!) {
    complaintAssign(input: $input) {
      __typename
      ... on ComplaintAssignPayload { cursor complaint { version stage } }
      ... on UserError { message }
    }
  }
`);
