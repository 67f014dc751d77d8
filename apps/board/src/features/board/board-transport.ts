/** The live layer's transport over urql and graphql-ws. */
import { stringifyDocument } from '@urql/core';
import { wsClient } from '../../app/graphql-client.ts';
import type { ResultOf } from '../../graphql.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { ColumnPage, StreamSink, Transport } from '../../live/transport.ts';
import { actOnCard } from './board-actions.ts';
import { boardCountsQuery, boardEventsSubscription, boardQuery } from './board-documents.ts';
import { send } from './send.ts';
import { guardAgainstHalfOpen } from './half-open.ts';
import { toLiveEvent } from './to-live-event.ts';

/** How many cards of a column come at once; the contract allows 500. */
const PAGE_SIZE = 100;
/** Close codes by which the server says that nobody is signed in (any more). */
const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];

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

function subscribe(from: { after: string; scope: string; filter: BoardFilter }, sink: StreamSink): () => void {
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
  const stopListening = wsClient.on('connected', opened);
  if (isConnected) queueMicrotask(opened);
  const unsubscribe = wsClient.subscribe<ResultOf<typeof boardEventsSubscription>>(
    { query: stringifyDocument(boardEventsSubscription), variables: from },
    {
      next: ({ data }) => {
        if (isOver) return;
        if (data === null || data === undefined) drop('server');
        else sink.next(toLiveEvent(data.boardEvents));
      },
      error: (error) => {
        const isSignedOut = error instanceof CloseEvent && SIGNED_OUT_CODES.includes(error.code);
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
}

let isConnected = false;
wsClient.on('connected', () => {
  isConnected = true;
});
wsClient.on('closed', () => {
  isConnected = false;
});
guardAgainstHalfOpen(wsClient);

export const boardTransport: Transport = {
  async loadBoard(filter) {
    const { board } = await send('query', boardQuery, { filter, first: PAGE_SIZE });
    const { cursor, scope, serverTime, columns } = board;
    return { cursor, scope, serverTime, columns: columns.map(toPage) };
  },
  async loadPage(filter, stage, after) {
    const variables = { filter: { ...filter, stages: [stage] }, first: PAGE_SIZE, after };
    const { board } = await send('query', boardQuery, variables);
    const column = board.columns.find((one) => one.stage === stage);
    if (column === undefined) throw new Error(`the board has no column ${stage}`);
    return { cursor: board.cursor, page: toPage(column) };
  },
  async loadCounts(filter) {
    const { board } = await send('query', boardCountsQuery, { filter });
    return { cursor: board.cursor, columns: board.columns.map((one) => ({ stage: one.stage, counts: toCounts(one) })) };
  },
  act: actOnCard,
  subscribe,
};
