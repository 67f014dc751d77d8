import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

/** Who is on the line and what they complained of before; `complaint` only where the viewer sees all of it. */
export const callerQuery = graphql(`
  query LookUpCaller($by: CustomerLookupBy!) {
    customerLookup(by: $by) {
      __typename
      ... on CustomerLookup {
        customers { id name phone region tier }
        cases {
          number subject severity stage receivedAt isReopened isBreached
          category { code parent { code } }
          department { id code nameZh nameEn shortName }
          complaint { id viewerCan { contact } }
        }
        totalCount
      }
      ... on UserError { code message }
    }
  }
`);

export type CallerAnswer = ResultOf<typeof callerQuery>['customerLookup'];
export type CallerFound = Extract<CallerAnswer, { __typename: 'CustomerLookup' }>;
export type CallerCase = CallerFound['cases'][number];
