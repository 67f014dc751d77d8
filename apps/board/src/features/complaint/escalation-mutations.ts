/** Escalating, taking on, urging, supervising. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const escalateMutation = graphql(
  `
    mutation EscalateComplaint($input: ComplaintEscalateInput!) {
      complaintEscalate(input: $input) {
        __typename
        ... on ComplaintEscalatePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const takeOnMutation = graphql(
  `
    mutation TakeOnEscalation($input: EscalationTakeOnInput!) {
      escalationTakeOn(input: $input) {
        __typename
        ... on EscalationTakeOnPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on EscalationEndedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const urgeMutation = graphql(
  `
    mutation UrgeComplaint($input: ComplaintUrgeInput!) {
      complaintUrge(input: $input) {
        __typename
        ... on ComplaintUrgePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const superviseMutation = graphql(
  `
    mutation SuperviseComplaint($input: ComplaintSuperviseInput!) {
      complaintSupervise(input: $input) {
        __typename
        ... on ComplaintSupervisePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const superviseEndMutation = graphql(
  `
    mutation EndSupervision($input: ComplaintSuperviseEndInput!) {
      complaintSuperviseEnd(input: $input) {
        __typename
        ... on ComplaintSuperviseEndPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
