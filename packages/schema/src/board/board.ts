/** The board: six columns, and the cursor to subscribe from. */
import { DEFAULT_COLUMN_PAGE, MAX_COLUMN_PAGE } from '@redress/domain/reads/board';
import type { BoardColumnView, BoardQuery, BoardView } from '@redress/domain/reads/board';
import type { PageArgs } from '@redress/domain/reads/connection';
import { builder } from '../builder.ts';
import { ComplaintFilter, readFilter } from '../complaint/complaint-filter.ts';
import { ComplaintConnection } from '../complaint/complaint.query.ts';
import { StageEnum } from '../complaint/vocabulary.ts';
import { forwardArgs } from '../connection.ts';
import { pageCost } from '../limits.ts';
import type { SchemaContext } from '../context.ts';
import { readingNow } from '../top-level-error.ts';
import { viewerId } from '../viewer/viewer-id.ts';
import { requestedPage } from './requested-page.ts';

interface BoardSource extends BoardView {
  query: BoardQuery;
  /** The page that every column was read with; null when there was none for all of them. */
  page: PageArgs | null;
}

interface ColumnSource {
  board: BoardSource;
  column: BoardColumnView;
}

const BoardColumn = builder.objectRef<ColumnSource>('BoardColumn').implement({
  description: 'A column of the board: the complaints of one stage.',
  fields: (t) => ({
    stage: t.field({ type: StageEnum, description: 'The stage.', resolve: ({ column }) => column.stage }),
    totalCount: t.int({
      description: 'How many complaints it holds, over all pages. CLOSED holds those of the last 30 days.',
      resolve: ({ column }) => column.totalCount,
    }),
    breachedCount: t.int({
      description: 'How many of them have a published breach whose deadline is still open.',
      resolve: ({ column }) => column.breachedCount,
    }),
    oldestReceivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the oldest of them was received; null when the column is empty.',
      resolve: ({ column }) => column.oldestReceivedAt,
    }),
    complaints: t.field({
      type: ComplaintConnection,
      description:
        'Its complaints in the order of their positions. A cursor belongs to its column: with `after`, other columns answer with an empty page, so that one column can be read on alone.',
      args: {
        ...forwardArgs('complaints', DEFAULT_COLUMN_PAGE, MAX_COLUMN_PAGE),
        first: t.arg.int({
          defaultValue: DEFAULT_COLUMN_PAGE,
          description: `At most so many complaints, 0 to ${MAX_COLUMN_PAGE}.`,
        }),
      },
      complexity: pageCost(DEFAULT_COLUMN_PAGE),
      resolve: ({ board, column }, { first, after }, ctx) => {
        const totalCount = () => column.totalCount;
        const read = board.page;
        if (column.page !== null && read?.first === first && (read?.after ?? null) === (after ?? null)) {
          return { ...column.page, totalCount };
        }
        const filter = { ...board.query.filter, stages: [column.stage] };
        return andThen(readBoard(ctx, { ...board.query, filter }, { first, after }), ({ columns }) => ({
          ...columns.find(({ stage }) => stage === column.stage)!.page!,
          totalCount,
        }));
      },
    }),
  }),
});

const Board = builder.objectRef<BoardSource>('Board').implement({
  description: 'The board: open complaints, and those closed in the last 30 days, in six columns.',
  fields: (t) => ({
    cursor: t.expose('cursor', {
      type: 'EventCursor',
      description:
        'Everything up to here is in this answer: give it to `boardEvents` as `after`, and nothing is missed.',
    }),
    scope: t.string({
      description:
        'The version of what the caller may see: give it to `boardEvents`, which then tells when it has changed.',
      resolve: (_board, _args, { scopeVersion }) => scopeVersion,
    }),
    serverTime: t.field({
      type: 'DateTime',
      description: "The server's time, for countdowns: a device's clock may be wrong.",
      resolve: ({ query }) => query.now,
    }),
    columns: t.field({
      type: [BoardColumn],
      description: 'The six columns, in the order of the stages.',
      complexity: { field: 0, multiplier: 6 },
      resolve: (board) => board.columns.map((column) => ({ board, column })),
    }),
  }),
});

builder.queryField('board', (t) =>
  t.field({
    type: Board,
    description: 'The board as it is at one moment.',
    args: { filter: t.arg({ type: ComplaintFilter, description: 'Which complaints; all when it is left out.' }) },
    resolve: (_root, args, ctx, info) => {
      const filter = readFilter(args.filter, ctx.directory);
      const query = { scope: ctx.scope, filter, viewerId: viewerId(ctx), now: ctx.now() };
      const page = requestedPage(info);
      return andThen(readBoard(ctx, query, page), (view) => ({ ...view, query, page }));
    },
  }),
);

/** @throws GraphQLError in place of a PageError. */
function readBoard(ctx: SchemaContext, query: BoardQuery, page: PageArgs | null): BoardView | Promise<BoardView> {
  return readingNow(() => ctx.board.read(query, page));
}

/** At once where the value is at hand: a board of promises costs more than the board. */
function andThen<T, U>(value: T | Promise<T>, then: (value: T) => U): U | Promise<U> {
  return value instanceof Promise ? value.then(then) : then(value);
}
