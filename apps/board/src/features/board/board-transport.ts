/** The live layer's transport over GraphQL: requests by whoever sends them, the stream by a graphql-ws client. */
import { stringifyDocument } from '@urql/core';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import type { Client } from 'graphql-ws';
import { SIGNED_OUT_CODES } from '../../app/close-codes.ts';
import type { ResultOf } from '../../graphql.ts';
import type { ColumnPage, StreamSink, Transport } from '../../live/transport.ts';
import { actOnCard } from './board-actions.ts';
import { boardCountsQuery, boardEventsSubscription, boardQuery } from './board-documents.ts';
import { guardAgainstHalfOpen } from './half-open.ts';
import { toLiveEvent } from './to-live-event.ts';

/** Sends one operation. Rejects with a TransportError when there is no usable answer. */
export type Send = <Data, Variables extends AnyVariables>(
  kind: 'query' | 'mutation',
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  idempotencyKey?: string,
  takesBack?: string,
) => Promise<Data>;

export interface BoardNetwork {
  send: Send;
  /** It must not connect again by itself: a resumed stream names its last cursor. */
  socket: Client;
  /** How long the server may take to answer a ping of the socket, in milliseconds. */
  pongMs?: number;
  /** How many cards of a column come at once; the contract allows 500. */
  pageSize?: number;
}

/** How many cards of a column come at once by default. */
const PAGE_SIZE = 100;

type AnyColumn = ResultOf<typeof boardCountsQuery>['board']['columns'][number];
type AnyPage = ResultOf<typeof boardQuery>['board']['columns'][number];

function toCounts({ totalCount, breachedCount, oldestReceivedAt }: AnyColumn) {
  return { total: totalCount, breached: breachedCount, oldestReceivedAt };
}

function toPage(column: AnyPage): ColumnPage {
  const { nodes, pageInfo } = column.complaints;
  return {
    stage: column.stage,
    counts: toCounts(column),
    cards: nodes,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

/** What a closed socket was closed with; 0 for any other error. */
function closeCode(error: unknown): number {
  return typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0;
}

/** The transport over this network. */
export function createBoardTransport({ send, socket, pongMs, pageSize = PAGE_SIZE }: BoardNetwork): Transport {
  let isConnected = false;
  socket.on('connected', () => {
    isConnected = true;
  });
  socket.on('closed', () => {
    isConnected = false;
  });
  guardAgainstHalfOpen(socket, pongMs);

  const subscribe: Transport['subscribe'] = (from, sink) => {
    let isOver = false;
    const drop = (why: Parameters<StreamSink['dropped']>[0]) => {
      if (isOver) return;
      isOver = true;
      stopListening();
      sink.dropped(why);
    };
    const opened = () => {
      if (!isOver) sink.opened();
    };
    const stopListening = socket.on('connected', opened);
    if (isConnected) queueMicrotask(opened);
    const unsubscribe = socket.subscribe<ResultOf<typeof boardEventsSubscription>>(
      { query: stringifyDocument(boardEventsSubscription), variables: from },
      {
        next: ({ data }) => {
          if (isOver) return;
          if (data === null || data === undefined) drop('server');
          else sink.next(toLiveEvent(data.boardEvents));
        },
        error: (error) => {
          const isSignedOut = SIGNED_OUT_CODES.includes(closeCode(error));
          drop(isSignedOut ? 'unauthenticated' : 'network');
        },
        complete: () => drop('network'),
      },
    );
    return () => {
      isOver = true;
      stopListening();
      unsubscribe();
    };
  };

  return {
    async loadBoard(filter, first = pageSize) {
      const { board } = await send('query', boardQuery, { filter, first });
      const { cursor, scope, serverTime, columns } = board;
      return { cursor, scope, serverTime, columns: columns.map(toPage) };
    },
    async loadPage(filter, stage, after, first = pageSize) {
      const variables = { filter: { ...filter, stages: [stage] }, first, after };
      const { board } = await send('query', boardQuery, variables);
      const column = board.columns.find((one) => one.stage === stage);
      if (column === undefined) throw new Error(`the board has no column ${stage}`);
      return { cursor: board.cursor, page: toPage(column) };
    },
    async loadCounts(filter) {
      const { board } = await send('query', boardCountsQuery, { filter });
      return {
        cursor: board.cursor,
        columns: board.columns.map((one) => ({ stage: one.stage, counts: toCounts(one) })),
      };
    },
    act: (action, key) => actOnCard(send, action, key),
    subscribe,
  };
}
