import { graphql } from '../../graphql.ts';
import type { ResultOf, VariablesOf } from '../../graphql.ts';

export const tableQuery = graphql(`
  query ComplaintTable(
    $filter: ComplaintFilter, $orderBy: ComplaintOrder, $first: Int, $after: String, $last: Int, $before: String
  ) {
    complaints(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes {
        id number subject severity stage receivedAt isBreached
        department { code nameZh nameEn shortName }
        assignee { id name }
        nextDeadline { kind startedAt dueAt isBreached }
      }
    }
  }
`);

export type TableRow = ResultOf<typeof tableQuery>['complaints']['nodes'][number];
export type TableOrder = NonNullable<VariablesOf<typeof tableQuery>['orderBy']>;
