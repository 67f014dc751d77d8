import { createRequest } from '@urql/core';
import type { AnyVariables, CombinedError, OperationResult, TypedDocumentNode } from '@urql/core';
import { filter, onEnd, pipe, subscribe, take } from 'wonka';
import { uncachedClient } from '../../app/graphql-client.ts';
import { TransportError } from '../../live/transport.ts';

/** A request without an answer after this time has failed, in milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * Sends one operation past the cache. Rejects with a TransportError when there is no usable answer.
 * @param takesBack the change that a mutation takes back, by its cursor
 */
export function send<Data, Variables extends AnyVariables>(
  kind: 'query' | 'mutation',
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  idempotencyKey?: string,
  takesBack?: string,
): Promise<Data> {
  const context = { requestPolicy: 'network-only', idempotencyKey, takesBack } as const;
  const operation = uncachedClient.createRequestOperation(kind, createRequest(document, variables), context);
  return new Promise((resolve, reject) => {
    const answered = ({ data, error }: OperationResult<Data, Variables>) => {
      clearTimeout(timer);
      if (error !== undefined || data === undefined || data === null) reject(toTransportError(error));
      else resolve(data);
    };
    const { unsubscribe } = pipe(
      uncachedClient.executeRequestOperation(operation),
      filter((result) => !result.stale && !result.hasNext),
      take(1),
      onEnd(() => clearTimeout(timer)),
      subscribe(answered),
    );
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new TransportError('network', 'timeout'));
    }, TIMEOUT_MS);
  });
}

/** The server takes nothing just now, and will again: one request too many, or its database is away for a moment. */
const PASSING_CODES: readonly unknown[] = ['RATE_LIMITED', 'UNAVAILABLE'];

/** What may be tried again with the same key is `network`: no answer came, or one that passes. */
function toTransportError(error: CombinedError | undefined): TransportError {
  if (error === undefined) return new TransportError('server', '');
  const codes = error.graphQLErrors.map((one) => one.extensions['code']);
  const message = error.graphQLErrors[0]?.message ?? error.message;
  if (codes.includes('UNAUTHENTICATED')) return new TransportError('unauthenticated', message);
  if (error.networkError !== undefined || codes.some((code) => PASSING_CODES.includes(code)))
    return new TransportError('network', message);
  return new TransportError('server', message);
}
