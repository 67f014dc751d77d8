/** The typed `graphql()` of the board: documents are checked against packages/schema/schema.graphql as one writes. */
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    /** RFC 3339, UTC, with milliseconds. */
    DateTime: string;
    /** Opaque; comparable as a string within an epoch. */
    EventCursor: string;
    /** The smallest unit of a currency. */
    MinorUnits: number;
  };
}>();

export { maskFragments, readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
