/** The result of a mutation: its payload, or one of the errors that the contract announces for it. */
import type { ObjectRef } from '@pothos/core';
import { builder } from '../builder.ts';
import type { Types } from '../connection.ts';
import { ERROR_TYPES } from './user-error.ts';
import type { AnyUserError, UserErrorSource } from './user-error.ts';

/** Defines `<Mutation>Result`. What resolvers answer with names its type in `__typename`. */
export function resultUnion<Payload extends { __typename: string }>(
  mutation: string,
  payload: ObjectRef<Types, Payload>,
  errors: readonly AnyUserError['__typename'][],
) {
  // Pothos infers a union's shape from a list of its members; here that list is put together at run time.
  const types = [payload, ...errors.map((name) => ERROR_TYPES[name])] as ObjectRef<Types, Payload | UserErrorSource>[];
  return builder.unionType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`, {
    description: `What came of \`${mutation}\`.`,
    types,
    resolveType: ({ __typename }) => __typename,
  });
}
