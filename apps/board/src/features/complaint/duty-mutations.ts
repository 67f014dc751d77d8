/** The collaboration list. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const dutyGiveMutation = graphql(
  `
    mutation GiveDuty($input: DutyGiveInput!) {
      dutyGive(input: $input) {
        __typename
        ... on DutyGivePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const dutiesFromTemplateMutation = graphql(
  `
    mutation GiveDutiesFromTemplate($input: DutiesFromTemplateInput!) {
      dutiesFromTemplate(input: $input) {
        __typename
        ... on DutiesFromTemplatePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const dutyDoneMutation = graphql(
  `
    mutation ReportDutyDone($input: DutyDoneInput!) {
      dutyDone(input: $input) {
        __typename
        ... on DutyDonePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on DutyEndedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const dutyWaiveMutation = graphql(
  `
    mutation WaiveDuty($input: DutyWaiveInput!) {
      dutyWaive(input: $input) {
        __typename
        ... on DutyWaivePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on DutyEndedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const dutyAssignMutation = graphql(
  `
    mutation AssignDuty($input: DutyAssignInput!) {
      dutyAssign(input: $input) {
        __typename
        ... on DutyAssignPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on DutyEndedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
