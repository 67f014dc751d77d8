import { graphql } from '../../../graphql.ts';
import type { ResultOf } from '../../../graphql.ts';

export const allRootCausesQuery = graphql(`
  query AllRootCauses {
    rootCauses(archived: true) { code nameZh nameEn isArchived parent { code nameZh nameEn } }
  }
`);

export const rootCausePutMutation = graphql(`
  mutation PutRootCause($input: RootCausePutInput!) {
    rootCausePut(input: $input) {
      __typename
      ... on RootCausePutPayload { rootCause { code nameZh nameEn isArchived } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export type RootCauseRow = ResultOf<typeof allRootCausesQuery>['rootCauses'][number];
