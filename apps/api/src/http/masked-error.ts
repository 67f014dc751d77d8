/**
 * What a caller sees of a bug: that there was one, and its id. The log keeps the rest under the same id, so that a
 * person can read it to whoever looks after the server.
 */
import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Log } from '../log.ts';

/** Errors that were thrown on purpose pass: they are GraphQLErrors all the way down. */
export function maskError(error: unknown, log: Log): GraphQLError {
  if (error instanceof GraphQLError && isDeliberate(error)) return error;
  const errorId = randomBytes(6).toString('hex');
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const where = error instanceof GraphQLError && error.path !== undefined ? { path: error.path.join('.') } : {};
  log.error({ errorId, ...where, err: cause }, 'an unexpected error was masked');
  const place =
    error instanceof GraphQLError
      ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
      : {};
  return new GraphQLError(`Something went wrong on our side. Name this id when you report it: ${errorId}`, {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId, unexpected: true },
  });
}

function isDeliberate(error: GraphQLError): boolean {
  const original = error.originalError;
  if (original === undefined || original === null) return true;
  return original instanceof GraphQLError && isDeliberate(original);
}
