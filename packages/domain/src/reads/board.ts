/**
 * The board in one statement: the stream's head, the counts of all columns and a page of each belong to one snapshot,
 * so everything up to the cursor is in the picture, and nothing after it (docs/SPEC.md, BD1–BD3).
 */
import type { Database } from '@redress/prisma/client';
import { formatCursor } from '../events/cursor.ts';
import { NO_FILTER } from '../rules/filter.ts';
import { STAGES } from '../rules/vocabulary.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { whichComplaints } from './complaint-list.ts';
import type { ComplaintQuery } from './complaint-list.ts';
import { COMPLAINT_JOINS, COMPLAINT_SELECT, toComplaintView } from './complaint-sql.ts';
import type { ComplaintView } from './complaint-view.ts';
import { parsePage, toPage } from './connection.ts';
import type { KeyPart, Page, PageArgs, PageRequest } from './connection.ts';
import { Params } from './params.ts';
import { statementName } from './statement.ts';

export const MAX_COLUMN_PAGE = 500;
export const DEFAULT_COLUMN_PAGE = 100;
/** How long a closed complaint stays on the board. */
const CLOSED_FOR_DAYS = 30;
const LIST = 'board';

export interface BoardQuery extends ComplaintQuery {
  now: Date;
}

export interface BoardColumnView {
  stage: Stage;
  totalCount: number;
  breachedCount: number;
  oldestReceivedAt: Date | null;
  /** Null when no page was asked for. */
  page: Page<ComplaintView> | null;
}

export interface BoardView {
  cursor: string;
  columns: BoardColumnView[];
}

/** The leading columns of a row; a complaint's columns, all null in an empty column, follow. */
type Lead = [epoch: string, head: number, stage: Stage, total: number, breached: number, oldest: Date | null];
const LEAD_WIDTH = 6;

/**
 * Reads the board. With `args`, each column comes with a page of cards in the order of their positions. A cursor
 * belongs to one column: with `after`, the pages of the other columns are empty.
 *
 * @throws PageError when the page's arguments are wrong.
 */
export async function readBoard(db: Database, query: BoardQuery, args: PageArgs | null): Promise<BoardView> {
  const request = args && parseColumnPage(args);
  const params = new Params();
  const text = boardSql(query, request, params);
  const name = query.filter === NO_FILTER ? statementName(text) : undefined;
  const { rows } = await db.pool.query<unknown[]>({
    ...(name && { name }),
    text,
    values: params.values,
    rowMode: 'array',
  });
  const byStage = new Map<Stage, { lead: Lead; cards: ComplaintView[] }>();
  for (const row of rows) {
    const lead = row.slice(0, LEAD_WIDTH) as Lead;
    let column = byStage.get(lead[2]);
    if (column === undefined) byStage.set(lead[2], (column = { lead, cards: [] }));
    if (row[LEAD_WIDTH] !== null) column.cards.push(toComplaintView(row, LEAD_WIDTH));
  }
  const first = byStage.get('RECEIVED');
  if (first === undefined) throw new Error('the stream has no row: the database was not set up');
  return {
    cursor: formatCursor(first.lead[0], first.lead[1]),
    columns: STAGES.map((stage) => {
      const { lead, cards } = byStage.get(stage)!;
      const page = request && columnPage(request, cards);
      return { stage, totalCount: lead[3], breachedCount: lead[4], oldestReceivedAt: lead[5], page };
    }),
  };
}

/** The page of a column, of the cards that were read for it. */
export function columnPage(request: PageRequest, cards: readonly ComplaintView[]): Page<ComplaintView> {
  return toPage(LIST, request, cards, (card) => [card.stage, card.position]);
}

/** Since when a complaint must have been closed to be on the board. */
export function closedSince(now: Date): Date {
  return new Date(now.getTime() - CLOSED_FOR_DAYS * 86_400_000);
}

/** @throws PageError when the arguments are wrong. */
export function parseColumnPage(args: PageArgs): PageRequest {
  return parsePage(
    LIST,
    ['text', 'text'],
    { first: args.first ?? DEFAULT_COLUMN_PAGE, after: args.after ?? null },
    MAX_COLUMN_PAGE,
  );
}

function boardSql(query: BoardQuery, request: PageRequest | null, params: Params): string {
  const which = whichComplaints(query, params).join(' AND ');
  const since = params.add(closedSince(query.now), 'timestamptz');
  const limit = params.add(request === null ? 0 : request.limit + 1, 'int');
  const columns = 'c."id", c."stage", c."position", c."isBreached", c."receivedAt"';
  const beyond = behind(request?.after ?? null, params);
  // Open columns are walked in the order of their index until the page is full. The closed one is not: behind the
  // recently closed lie all that were ever closed, so those are found by their date first.
  return `WITH "closed" AS MATERIALIZED (
      SELECT ${columns} FROM "complaint" AS c WHERE c."stage" = 'CLOSED' AND c."closedAt" >= ${since} AND ${which}
    ), "counted" AS (
      SELECT v."stage", count(*)::int AS "total", count(*) FILTER (WHERE v."isBreached")::int AS "breached",
        min(v."receivedAt") AS "oldest"
      FROM (SELECT ${columns} FROM "complaint" AS c WHERE c."stage" <> 'CLOSED' AND ${which}
        UNION ALL SELECT * FROM "closed") AS v
      GROUP BY v."stage"
    ), "placed" AS (
      SELECT o.* FROM unnest(enum_range(NULL::"Stage")) AS st("stage") CROSS JOIN LATERAL (
        SELECT c."id", c."stage", c."position" FROM "complaint" AS c
        WHERE c."stage" = st."stage" AND ${which} AND ${beyond}
        ORDER BY c."position" LIMIT ${limit}) AS o
      WHERE st."stage" <> 'CLOSED'
      UNION ALL
      (SELECT c."id", c."stage", c."position" FROM "closed" AS c WHERE ${beyond} ORDER BY c."position" LIMIT ${limit})
    )
    SELECT s."epoch", s."head", st."stage", coalesce(n."total", 0), coalesce(n."breached", 0), n."oldest",
      ${COMPLAINT_SELECT}
    FROM "stream" AS s
    CROSS JOIN unnest(enum_range(NULL::"Stage")) AS st("stage")
    LEFT JOIN "counted" AS n ON n."stage" = st."stage"
    LEFT JOIN "placed" AS p ON p."stage" = st."stage"
    LEFT JOIN "complaint" AS c ON c."id" = p."id" ${COMPLAINT_JOINS}
    ORDER BY st."stage", p."position"`;
}

/** The part of the board behind a cursor, which belongs to one column: nothing of the others. */
function behind(after: KeyPart[] | null, params: Params): string {
  if (after === null) return 'true';
  return `c."stage"::text = ${params.add(after[0], 'text')} AND c."position" > ${params.add(after[1], 'text')}`;
}
