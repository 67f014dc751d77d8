/** Home visits. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const visitPlanMutation = graphql(
  `
    mutation PlanVisit($input: VisitPlanInput!) {
      visitPlan(input: $input) {
        __typename
        ... on VisitPlanPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const visitDoneMutation = graphql(
  `
    mutation FinishVisit($input: VisitDoneInput!) {
      visitDone(input: $input) {
        __typename
        ... on VisitDonePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const visitNoShowMutation = graphql(
  `
    mutation MissVisit($input: VisitNoShowInput!) {
      visitNoShow(input: $input) {
        __typename
        ... on VisitNoShowPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const visitCancelMutation = graphql(
  `
    mutation CancelVisit($input: VisitCancelInput!) {
      visitCancel(input: $input) {
        __typename
        ... on VisitCancelPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
