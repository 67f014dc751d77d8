/** What the customer was told by itself: read by a part of the drawer. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

export const toldQuery = graphql(`
  query ComplaintTold($id: ID!) {
    complaint(by: { id: $id }) {
      id
      revision
      customerMessages(first: 20) { nodes { id point round state via problem createdAt settledAt } }
    }
  }
`);

export type ToldItem = NonNullable<ResultOf<typeof toldQuery>['complaint']>['customerMessages']['nodes'][number];
