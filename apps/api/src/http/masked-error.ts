/**
 * What a caller sees of a bug: that there was one, and its id. The log keeps the rest under the same id, so that a
 * person can read it to whoever looks after the server. A database that is away for a moment is no bug: the caller is
 * told to ask again.
 */
import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Log } from '../log.ts';
import { isDatabaseAway } from './database-away.ts';

/** The database is started again within a second or two. */
const RETRY_AFTER_SECONDS = 1;

/** Errors that were thrown on purpose pass: they are GraphQLErrors all the way down. */
export function maskError(error: unknown, log: Log): GraphQLError {
  if (error instanceof GraphQLError && isDeliberate(error)) return error;
  const errorId = randomBytes(6).toString('hex');
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (isDatabaseAway(cause)) {
    log.warn({ errorId, err: cause }, 'a request met a database that is away');
    return new GraphQLError('The database is away for a moment. Ask again, with the same idempotency key.', {
      extensions: {
        code: 'UNAVAILABLE',
        errorId,
        http: { status: 503, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
      },
    });
  }
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
