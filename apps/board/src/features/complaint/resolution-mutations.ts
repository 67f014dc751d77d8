/** Resolutions and their approvals. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const resolutionProposeMutation = graphql(
  `
    mutation ProposeResolution($input: ResolutionProposeInput!) {
      resolutionPropose(input: $input) {
        __typename
        ... on ResolutionProposePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resolutionOfferMutation = graphql(
  `
    mutation OfferResolutions($input: ResolutionOfferInput!) {
      resolutionOffer(input: $input) {
        __typename
        ... on ResolutionOfferPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ResolutionSettledError { complaint { id number version revision stage } }
        ... on ResolutionUnapprovedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resolutionAcceptMutation = graphql(
  `
    mutation AcceptResolution($input: ResolutionAcceptInput!) {
      resolutionAccept(input: $input) {
        __typename
        ... on ResolutionAcceptPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ResolutionSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resolutionRefuseMutation = graphql(
  `
    mutation RefuseResolution($input: ResolutionRefuseInput!) {
      resolutionRefuse(input: $input) {
        __typename
        ... on ResolutionRefusePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ResolutionSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resolutionAnswerProposalMutation = graphql(
  `
    mutation AnswerProposal($input: ResolutionAnswerProposalInput!) {
      resolutionAnswerProposal(input: $input) {
        __typename
        ... on ResolutionAnswerProposalPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ResolutionSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resolutionCarryOutMutation = graphql(
  `
    mutation CarryOutResolution($input: ResolutionCarryOutInput!) {
      resolutionCarryOut(input: $input) {
        __typename
        ... on ResolutionCarryOutPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ResolutionSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const resolutionWithdrawMutation = graphql(
  `
    mutation WithdrawResolution($input: ResolutionWithdrawInput!) {
      resolutionWithdraw(input: $input) {
        __typename
        ... on ResolutionWithdrawPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ResolutionSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const approvalDecideMutation = graphql(
  `
    mutation DecideApproval($input: ApprovalDecideInput!) {
      approvalDecide(input: $input) {
        __typename
        ... on ApprovalDecidePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on ApprovalSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
