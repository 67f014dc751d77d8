import { graphql } from '../../../graphql.ts';
import type { ResultOf } from '../../../graphql.ts';

export const findPersonQuery = graphql(`
  query FindPerson($by: CustomerLookupBy!) {
    customerLookup(by: $by) {
      __typename
      ... on CustomerLookup {
        customers { id name phone email }
        cases { number stage complaint { id customer { id } } }
      }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const erasuresQuery = graphql(`
  query Erasures($first: Int!) {
    erasures(first: $first) {
      nodes {
        id state ground reason complaintCount requestedAt lapsesAt decidedAt viewerMayCarryOut
        requestedBy { id name }
        decidedBy { id name }
        complaint { id number customer { id name phone } }
      }
      pageInfo { hasNextPage }
    }
  }
`);

export const customerEraseMutation = graphql(`
  mutation EraseCustomer($input: CustomerEraseInput!) {
    customerErase(input: $input) {
      __typename
      ... on CustomerErasePayload { erasure { id state } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const erasureDecideMutation = graphql(`
  mutation DecideErasure($input: ErasureDecideInput!) {
    erasureDecide(input: $input) {
      __typename
      ... on ErasureDecidePayload { erasure { id state } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export type FoundAnswer = ResultOf<typeof findPersonQuery>['customerLookup'];
export type Found = Extract<FoundAnswer, { __typename: 'CustomerLookup' }>;
export type ErasureRow = ResultOf<typeof erasuresQuery>['erasures']['nodes'][number];

interface Refused {
  message: string;
  issues?: readonly { message: string }[];
}

/** What stands against it, in the server's words: those of the field rather than those of the whole. */
export function refusalWords({ message, issues = [] }: Refused): string {
  return issues.length === 0 ? message : issues.map((issue) => issue.message).join(' ');
}
