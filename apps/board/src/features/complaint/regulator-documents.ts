/** What makes a complaint a regulator's case, and what is done for the agency. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

const regulated = graphql(`
  fragment Regulated on Complaint @_unmask {
    id number revision isRegulator
    viewerCan { regulator }
    regulatorCase {
      agency agencyName reference receivedAt demand acceptDays answerDays acceptedAt answeredAt
      outcome outcomeNote outcomeAt
      acceptClock { id state dueAt isBreached }
      answerClock { id state dueAt isBreached }
    }
    regulatorAnswers(first: 10) {
      nodes { id state text reason viewerReviews writtenAt sentAt writtenBy { id name } reviewedBy { id name } }
    }
  }
`);

export const regulatorQuery = graphql(
  `
    query RegulatorCaseOfComplaint($id: ID!) {
      complaint(by: { id: $id }) { ...Regulated }
    }
  `,
  [regulated],
);

export type Regulated = NonNullable<ResultOf<typeof regulatorQuery>['complaint']>;
export type RegulatorLetter = NonNullable<Regulated['regulatorCase']>;
export type AgencyAnswer = Regulated['regulatorAnswers']['nodes'][number];

export const regulatorCaseSetMutation = graphql(
  `
    mutation SetRegulatorCase($input: RegulatorCaseSetInput!) {
      regulatorCaseSet(input: $input) {
        __typename
        ... on RegulatorCaseSetPayload { complaint { ...ComplaintDetail ...Regulated } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, regulated],
);

export const regulatorCaseAcceptMutation = graphql(
  `
    mutation AcceptRegulatorCase($input: RegulatorCaseAcceptInput!) {
      regulatorCaseAccept(input: $input) {
        __typename
        ... on RegulatorCaseAcceptPayload { complaint { ...ComplaintDetail ...Regulated } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, regulated],
);

export const regulatorAnswerWriteMutation = graphql(
  `
    mutation WriteRegulatorAnswer($input: RegulatorAnswerWriteInput!) {
      regulatorAnswerWrite(input: $input) {
        __typename
        ... on RegulatorAnswerWritePayload { complaint { ...ComplaintDetail ...Regulated } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, regulated],
);

export const regulatorAnswerReviewMutation = graphql(
  `
    mutation ReviewRegulatorAnswer($input: RegulatorAnswerReviewInput!) {
      regulatorAnswerReview(input: $input) {
        __typename
        ... on RegulatorAnswerReviewPayload { complaint { ...ComplaintDetail ...Regulated } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, regulated],
);

export const regulatorAnswerSentMutation = graphql(
  `
    mutation SendRegulatorAnswer($input: RegulatorAnswerSentInput!) {
      regulatorAnswerSent(input: $input) {
        __typename
        ... on RegulatorAnswerSentPayload { complaint { ...ComplaintDetail ...Regulated } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, regulated],
);

export const regulatorOutcomeRecordMutation = graphql(
  `
    mutation RecordRegulatorOutcome($input: RegulatorOutcomeRecordInput!) {
      regulatorOutcomeRecord(input: $input) {
        __typename
        ... on RegulatorOutcomeRecordPayload { complaint { ...ComplaintDetail ...Regulated } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, regulated],
);
