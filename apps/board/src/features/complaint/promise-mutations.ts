/** Promises to the customer. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const promiseMakeMutation = graphql(
  `
    mutation MakePromise($input: PromiseMakeInput!) {
      promiseMake(input: $input) {
        __typename
        ... on PromiseMakePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const promiseKeepMutation = graphql(
  `
    mutation KeepPromise($input: PromiseKeepInput!) {
      promiseKeep(input: $input) {
        __typename
        ... on PromiseKeepPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on PromiseEndedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const promiseReleaseMutation = graphql(
  `
    mutation ReleasePromise($input: PromiseReleaseInput!) {
      promiseRelease(input: $input) {
        __typename
        ... on PromiseReleasePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on PromiseEndedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
