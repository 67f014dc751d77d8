import { useQuery } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import { colleaguesQuery } from './meeting-documents.ts';

type Colleague = ResultOf<typeof colleaguesQuery>['members']['nodes'][number];

const NOBODY: readonly Colleague[] = [];

/** The colleagues who can sign in; nobody until they are here. */
export function useColleagues(): readonly Colleague[] {
  const [{ data }] = useQuery({ query: colleaguesQuery });
  return data?.members.nodes ?? NOBODY;
}
