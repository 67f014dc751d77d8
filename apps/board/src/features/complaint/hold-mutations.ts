/** Putting a complaint on hold, deciding on it, going on. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const holdMutation = graphql(
  `
    mutation HoldComplaint($input: ComplaintHoldInput!) {
      complaintHold(input: $input) {
        __typename
        ... on ComplaintHoldPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on AlreadyOnHoldError { complaint { id number version revision stage } }
        ... on ContactNotTriedError { complaint { id number version revision stage } }
        ... on StaleVersionError { current { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resumeMutation = graphql(
  `
    mutation ResumeComplaint($input: ComplaintResumeInput!) {
      complaintResume(input: $input) {
        __typename
        ... on ComplaintResumePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on NotOnHoldError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const holdApproveMutation = graphql(
  `
    mutation ApproveHold($input: HoldApproveInput!) {
      holdApprove(input: $input) {
        __typename
        ... on HoldApprovePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on HoldSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const holdRefuseMutation = graphql(
  `
    mutation RefuseHold($input: HoldRefuseInput!) {
      holdRefuse(input: $input) {
        __typename
        ... on HoldRefusePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on HoldSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
