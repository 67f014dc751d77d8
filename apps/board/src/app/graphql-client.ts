/** The urql clients of the app and the socket beneath their subscriptions. */
import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import type { Exchange } from '@urql/core';
import { createClient as createWsClient } from 'graphql-ws';
import { getLocale } from '../i18n/locale.ts';
import { SIGNED_OUT_CODES } from './close-codes.ts';
import { datedFetch } from './server-date.ts';
import { sessionEnded } from './session.ts';

const ENDPOINT = '/graphql';

/**
 * The WebSocket client. It connects with the first subscription and never retries by itself: a resumed board stream
 * must name its last cursor, which only src/live knows.
 */
export const wsClient = createWsClient({
  url: () => `${location.origin.replace(/^http/, 'ws')}${ENDPOINT}`,
  lazy: true,
  retryAttempts: 0,
  keepAlive: 5_000,
  connectionParams: () => ({ locale: getLocale() }),
});

wsClient.on('closed', (event) => {
  if (event instanceof CloseEvent && SIGNED_OUT_CODES.includes(event.code)) sessionEnded();
});

/** Adds what every request carries, and of a mutation its idempotency key and what it takes back, where its context has them. */
const headersExchange = mapExchange({
  onOperation(operation) {
    const key: unknown = operation.context['idempotencyKey'];
    const headers: Record<string, string> = { 'Accept-Language': getLocale() };
    if (typeof key === 'string') headers['Idempotency-Key'] = key;
    const takesBack: unknown = operation.context['takesBack'];
    if (typeof takesBack === 'string') headers['Takes-Back'] = takesBack;
    return { ...operation, context: { ...operation.context, fetchOptions: { credentials: 'same-origin', headers } } };
  },
  onError(error) {
    if (error.graphQLErrors.some((one) => one.extensions['code'] === 'UNAUTHENTICATED')) sessionEnded();
  },
});

/**
 * An answer that is an error alone has `data: null` (a field that may not be null failed). It says nothing of what was
 * asked for, and what was loaded before it stays: to the rest of the app it is no data at all.
 */
const noDataExchange = mapExchange({
  onResult: (result) => (result.data === null ? { ...result, data: undefined } : result),
});

/** What every client of the app ends in. */
export const networkExchanges = [
  headersExchange,
  noDataExchange,
  fetchExchange,
  subscriptionExchange({
    forwardSubscription: (request) => ({
      subscribe: (sink) => ({
        unsubscribe: wsClient.subscribe({ ...request, query: request.query ?? '' }, sink),
      }),
    }),
  }),
];

/** A client of this API over the given exchanges. Mutations may carry `{ idempotencyKey }` in their context. */
export function createGraphqlClient(exchanges: Exchange[]): Client {
  return new Client({ url: ENDPOINT, fetch: datedFetch, preferGetMethod: false, exchanges });
}

/**
 * The client of the board, without a cache: its thousands of cards live in a store of their own, in the stream's order.
 * The drawer has one with a cache (cached-client.ts), which comes with the drawer's code.
 */
export const uncachedClient = createGraphqlClient(networkExchanges);
