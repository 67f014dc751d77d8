import { useQuery } from 'urql';
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const readersQuery = graphql(`
  query Readers($id: ID!) {
    complaint(by: { id: $id }) { id readers { id name } }
  }
`);

type Reader = NonNullable<ResultOf<typeof readersQuery>['complaint']>['readers'][number];

const NOBODY: readonly Reader[] = [];

/** The colleagues who see the complaint; nobody until they are here. */
export function useReaders(complaintId: string): readonly Reader[] {
  const [{ data }] = useQuery({ query: readersQuery, variables: { id: complaintId }, requestPolicy: 'network-only' });
  return data?.complaint?.readers ?? NOBODY;
}
