/** What an investigation finds. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const reportMutation = graphql(
  `
    mutation ReportInvestigation($input: InvestigationReportInput!) {
      investigationReport(input: $input) {
        __typename
        ... on InvestigationReportPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StaleVersionError { current { ...ComplaintDetail } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const validityMutation = graphql(
  `
    mutation DecideValidity($input: ValidityDecideInput!) {
      validityDecide(input: $input) {
        __typename
        ... on ValidityDecidePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StaleVersionError { current { ...ComplaintDetail } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const rootCauseMutation = graphql(
  `
    mutation SetRootCause($input: RootCauseSetInput!) {
      rootCauseSet(input: $input) {
        __typename
        ... on RootCauseSetPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StaleVersionError { current { ...ComplaintDetail } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const summariseMutation = graphql(
  `
    mutation SummariseComplaint($input: ComplaintSummariseInput!) {
      complaintSummarise(input: $input) {
        __typename
        ... on ComplaintSummarisePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on StaleVersionError { current { ...ComplaintDetail } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const responsibilityMutation = graphql(
  `
    mutation DecideResponsibility($input: ResponsibilityDecideInput!) {
      responsibilityDecide(input: $input) {
        __typename
        ... on ResponsibilityDecidePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const consultationMutation = graphql(
  `
    mutation RecordConsultation($input: ConsultationRecordInput!) {
      consultationRecord(input: $input) {
        __typename
        ... on ConsultationRecordPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const concernMutation = graphql(
  `
    mutation ConcernMembers($input: ComplaintConcernInput!) {
      complaintConcern(input: $input) {
        __typename
        ... on ComplaintConcernPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
