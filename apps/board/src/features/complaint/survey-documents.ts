/** The survey and the final answer: read by a part of the drawer, written by its forms, which answer with what they show. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

const surveyed = graphql(`
  fragment Surveyed on Complaint @_unmask {
    id revision
    viewerCan { survey finalAnswer }
    surveys(first: 5) {
      nodes {
        id state round expiresAt reminders attempts outcomeScore handlingScore comment via answeredAt
        recordedBy { id name }
      }
    }
    finalAnswers(first: 5) {
      nodes { id state text reason viewerDecides requestedAt requestedBy { id name } reviewer { id name } }
    }
  }
`);

export const surveyQuery = graphql(
  `
    query ComplaintSurveys($id: ID!) {
      complaint(by: { id: $id }) { ...Surveyed }
    }
  `,
  [surveyed],
);

export type Surveyed = NonNullable<ResultOf<typeof surveyQuery>['complaint']>;
export type SurveyItem = Surveyed['surveys']['nodes'][number];
export type FinalAnswerItem = Surveyed['finalAnswers']['nodes'][number];

export const surveyRecordMutation = graphql(
  `
    mutation RecordSurvey($input: SurveyRecordInput!) {
      surveyRecord(input: $input) {
        __typename
        ... on SurveyRecordPayload { complaint { ...ComplaintDetail ...Surveyed } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, surveyed],
);

export const surveyNoAnswerMutation = graphql(
  `
    mutation SurveyNoAnswer($input: SurveyNoAnswerInput!) {
      surveyNoAnswer(input: $input) {
        __typename
        ... on SurveyNoAnswerPayload { complaint { ...ComplaintDetail ...Surveyed } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, surveyed],
);

export const finalAnswerGiveMutation = graphql(
  `
    mutation GiveFinalAnswer($input: FinalAnswerGiveInput!) {
      finalAnswerGive(input: $input) {
        __typename
        ... on FinalAnswerGivePayload { complaint { ...ComplaintDetail ...Surveyed } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, surveyed],
);

export const finalAnswerDecideMutation = graphql(
  `
    mutation DecideFinalAnswer($input: FinalAnswerDecideInput!) {
      finalAnswerDecide(input: $input) {
        __typename
        ... on FinalAnswerDecidePayload { complaint { ...ComplaintDetail ...Surveyed } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, surveyed],
);
