/** Merging: what may be the same matter, what was merged, and the mutation. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { complaintDetail, departmentFields } from './complaint-documents.ts';

/** What a person compares two complaints by. */
export const comparedFields = graphql(
  `
    fragment ComparedComplaint on Complaint @_unmask {
      id number stage subject demand about receivedAt
      customer { id name phone email }
      department { ...DepartmentFields }
    }
  `,
  [departmentFields],
);

export const mergeQuery = graphql(
  `
    query Merging($id: ID!) {
      complaint(by: { id: $id }) {
        ...ComparedComplaint
        mergedInto { id number }
        merged { id number stage subject }
        possibleDuplicates { number stage receivedAt because complaint { ...ComparedComplaint } }
        viewerCan { merge }
      }
    }
  `,
  [comparedFields],
);

/** The other complaint, when a person names it by its number. */
export const comparedQuery = graphql(
  `
    query Compared($number: String!) {
      complaint(by: { number: $number }) { ...ComparedComplaint }
    }
  `,
  [comparedFields],
);

export const mergeMutation = graphql(
  `
    mutation MergeComplaint($input: ComplaintMergeInput!) {
      complaintMerge(input: $input) {
        __typename
        ... on ComplaintMergePayload {
          complaint { ...ComplaintDetail mergedInto { id number merged { id number stage subject } } }
          cursor
        }
        ... on UserError { code message }
        ... on AlreadyMergedError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export type Compared = ResultOf<typeof comparedFields>;
export type Merging = NonNullable<ResultOf<typeof mergeQuery>['complaint']>;
export type Duplicate = Merging['possibleDuplicates'][number];
