/** One WebSocket: whom it belongs to, and the operations that run on it. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Principal } from '@redress/domain/rules/principal';
import type { BoardResetReason } from '@redress/schema/board/board-event-source';
import type { SchemaContext } from '@redress/schema/context';
import { GraphQLError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Subscription } from '../live/boards.ts';
import type { Connection } from '../live/connections.ts';
import type { Services } from '../services.ts';
import { BadCredential, registerCaller } from './caller.ts';
import type { Caller } from './caller.ts';
import { createContext } from './context.ts';
import type { ContextOptions } from './context.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { takesBack } from './takes-back.ts';
import { localeOf } from './locale.ts';
import { maskError } from './masked-error.ts';
import type { Prepared } from './socket-operation.ts';
import { weigh } from './weigh.ts';

const STREAMS_AT_MOST = 50;

export interface Upgraded {
  webSocket: WebSocket;
  stream: Duplex;
  request: IncomingMessage;
  caller: Caller;
}

export class Socket {
  readonly services: Services;
  readonly webSocket: WebSocket;
  /** What the WebSocket runs over. */
  readonly stream: Duplex;
  readonly boards = new Set<Subscription>();
  caller: Caller;
  private readonly request: IncomingMessage;
  private readonly streams = new Set<string>();
  private connection: Connection | null = null;
  private forget: () => void = () => undefined;

  constructor(services: Services, { webSocket, stream, request, caller }: Upgraded) {
    this.services = services;
    this.webSocket = webSocket;
    this.stream = stream;
    this.request = request;
    this.caller = caller;
    // Each board may wait for the stream to drain.
    stream.setMaxListeners(0);
    this.register();
  }

  /** Who the socket belongs to by now; null before they proved it. */
  get principal(): Principal | null {
    return this.connection?.principal ?? null;
  }

  /**
   * The protocol's `connection_init`. A browser has proved who it is at the upgrade; others send
   * `{ "authorization": "Bearer rdr_…" }`. Nobody gets 4403. `locale` is what Accept-Language is elsewhere.
   */
  async begin(parameters: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { authorization, locale } = parameters;
    if (typeof authorization === 'string') {
      try {
        const { principals, trustProxy } = this.services;
        await registerCaller(this.request, principals, { trustProxy, bearer: authorization }, (caller) => {
          this.caller = caller;
          this.register();
        });
      } catch (error) {
        if (error instanceof BadCredential) return false;
        throw error;
      }
    }
    if (typeof locale === 'string') this.caller = { ...this.caller, locale: localeOf(locale) };
    return this.connection !== null;
  }

  /** The protocol's `subscribe`: an operation that may run, or what is wrong with it. */
  prepare(
    id: string,
    { query, operationName, variables, extensions }: SubscribePayload,
  ): Prepared | readonly GraphQLError[] {
    const { documents, schema, budget, log } = this.services;
    try {
      const document = documents.parse(query);
      const errors = documents.validate(document, true);
      if (errors.length > 0) return errors;
      const contextValue = this.createContext({
        idempotencyKey: idempotencyKey(undefined, extensions),
        takesBack: takesBack(undefined, extensions),
      });
      const operation = { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} };
      weigh(operation, contextValue, budget);
      return { ...operation, contextValue, id, socket: this };
    } catch (error) {
      return [maskError(error, log)];
    }
  }

  /** @throws GraphQLError when the socket carries as many subscriptions as it may. */
  streamBegins(id: string): void {
    if (this.streams.size >= STREAMS_AT_MOST) throw tooMany();
    this.streams.add(id);
  }

  /** The operation of this id is over, whichever kind it was. */
  operationEnds(id: string): void {
    this.streams.delete(id);
  }

  /** A context of its own for one execution, for who the socket belongs to at that moment. */
  createContext(asked: Pick<ContextOptions, 'idempotencyKey' | 'takesBack'> = { idempotencyKey: null }): SchemaContext {
    const caller = { ...this.caller, principal: this.principal };
    return createContext(this.services, {
      caller,
      response: null,
      ...asked,
      principal: () => this.principal,
    });
  }

  /** The socket has closed. */
  over(): void {
    this.forget();
    for (const board of [...this.boards]) board.leave();
    this.boards.clear();
  }

  private register(): void {
    const { principal, expiresAt } = this.caller;
    if (principal === null) return;
    this.forget();
    this.connection = {
      principal,
      expiresAt,
      close: (reason) => this.webSocket.close(...reason),
      resetBoards: (reason) => this.resetBoards(reason),
    };
    this.forget = this.services.connections.add(this.connection);
  }

  private async resetBoards(reason: BoardResetReason): Promise<void> {
    await Promise.all([...this.boards].map((board) => board.reset(reason)));
  }
}

function tooMany(): GraphQLError {
  return new GraphQLError(
    `One socket carries at most ${STREAMS_AT_MOST} subscriptions: end one, or open another socket.`,
    {
      extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
    },
  );
}
