/**
 * A browser's network without a browser: requests and the socket of one member over one line, with one jar of cookies.
 * The transport above it is the board's own.
 */
import { request } from 'node:http';
import { TransportError } from '@redress/board/live/transport';
import type { BoardNetwork } from '@redress/board/features/board/board-transport';
import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A busy machine answers late; a frozen line not at all. */
const TIMEOUT_MS = 5_000;
const KEEP_ALIVE_MS = 700;
const PONG_MS = 1_500;

/** The cookies of one browser profile. */
export class Jar {
  readonly #cookies = new Map<string, string>();

  constructor(header: string) {
    for (const pair of header.split('; ')) this.keep(pair);
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The cursor of what this profile wrote last, as a server told it; null before that. */
  get wroteLast(): string | null {
    return this.#cookies.get('redress_at') ?? null;
  }

  keep(setCookie: string): void {
    const [pair = ''] = setCookie.split(';');
    const at = pair.indexOf('=');
    if (at > 0) this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  /** Names the request to the servers: the same for each attempt. */
  key?: string;
}

/** Asks once. Rejects with a TransportError as the board's own sender does. */
export function ask(url: string, jar: Jar, { query, variables, key }: Asked): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    cookie: jar.header,
    ...(key !== undefined && { 'idempotency-key': key, 'x-request-id': key }),
  };
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new TransportError('network', why));
    const asking = request(`${url}/graphql`, { method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => fail(error.message));
      response.on('aborted', () => fail('the answer broke off'));
      response.on('end', () => {
        for (const cookie of response.headers['set-cookie'] ?? []) jar.keep(cookie);
        try {
          resolve(dataOf(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    asking.setTimeout(TIMEOUT_MS, () => asking.destroy(new Error('no answer in time')));
    asking.on('error', (error) => fail(error.message));
    asking.end(JSON.stringify({ query, variables }));
  });
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

function dataOf(status: number, text: string): Record<string, unknown> {
  let body: Body;
  try {
    body = JSON.parse(text) as Body;
  } catch {
    throw new TransportError('network', `${status} ${text.slice(0, 200)}`);
  }
  if (body.errors === undefined && body.data !== undefined && body.data !== null) return body.data;
  const codes = body.errors?.map((one) => one.extensions?.['code']) ?? [];
  const message = JSON.stringify(body.errors ?? body).slice(0, 300);
  if (codes.includes('UNAUTHENTICATED')) throw new TransportError('unauthenticated', message);
  const isPassing = body.errors === undefined || codes.includes('RATE_LIMITED') || codes.includes('UNAVAILABLE');
  throw new TransportError(isPassing ? 'network' : 'server', message);
}

/** What the board's transport stands on. */
export function createNetwork(url: string, jar: Jar, pageSize: number): BoardNetwork {
  class SignedInSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie: jar.header } });
    }
  }
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: SignedInSocket,
    lazy: true,
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE_MS,
    connectionParams: {},
    onNonLazyError: () => undefined,
  });
  return {
    socket,
    pongMs: PONG_MS,
    pageSize,
    send: async (_kind, document, variables, key) => {
      const query = print(document as unknown as DocumentNode);
      return (await ask(url, jar, { query, variables: variables as Record<string, unknown>, key })) as never;
    },
  };
}
