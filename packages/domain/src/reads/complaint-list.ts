/** The list of complaints: filtered, ordered, paged in both directions. */
import type { Database } from '@redress/prisma/client';
import type { Filter } from '../rules/filter.ts';
import { SEVERITIES, STAGES } from '../rules/vocabulary.ts';
import type { Scope } from '../rules/principal.ts';
import { COMPLAINT_JOINS, COMPLAINT_SELECT, NEXT_DEADLINE_JOIN, toComplaintView } from './complaint-sql.ts';
import type { ComplaintView } from './complaint-view.ts';
import { parsePage, toPage } from './connection.ts';
import type { KeyPart, Page, PageArgs, PageRequest } from './connection.ts';
import { filterConditions } from './filter-sql.ts';
import { Params } from './params.ts';
import { visibleTo } from './scope-sql.ts';
import { containsTextHere, idsOfText, mayFindMany, saysSomething } from './text-sql.ts';

export const ORDER_FIELDS = ['RECEIVED_AT', 'NEXT_DUE_AT', 'NUMBER', 'SEVERITY', 'STAGE'] as const;
export const DIRECTIONS = ['ASC', 'DESC'] as const;

export interface ComplaintOrder {
  field: (typeof ORDER_FIELDS)[number];
  direction: (typeof DIRECTIONS)[number];
}

/** Whose complaints, and which of them. `viewerId`: the member who asks, null for others. */
export interface ComplaintQuery {
  scope: Scope;
  filter: Filter;
  viewerId: string | null;
}

interface Sorting {
  expression: string;
  type: 'timestamptz' | 'text' | 'int';
  keyOf: (view: ComplaintView) => string;
  /** What the expression needs besides `c`. */
  join?: string;
}

/** What the list is sorted by; the id stands behind it, so that the order is total. */
function sortingOf({ field, direction }: ComplaintOrder): Sorting {
  switch (field) {
    case 'RECEIVED_AT':
      return { expression: 'c."receivedAt"', type: 'timestamptz', keyOf: (view) => view.receivedAt.toISOString() };
    case 'NUMBER':
      return { expression: 'c."number" COLLATE "C"', type: 'text', keyOf: (view) => view.number };
    case 'SEVERITY':
      return ranked('severity', SEVERITIES, (view) => view.severity);
    case 'STAGE':
      return ranked('stage', STAGES, (view) => view.stage);
    case 'NEXT_DUE_AT': {
      // What has no open deadline stands last, whichever way the list runs.
      const never = direction === 'ASC' ? 'infinity' : '-infinity';
      return {
        expression: `coalesce(d."dueAt", '${never}')`,
        type: 'timestamptz',
        keyOf: (view) => view.nextDeadline?.dueAt.toISOString() ?? never,
        join: NEXT_DEADLINE_JOIN,
      };
    }
  }
}

/** By a code's place among all of its kind. */
function ranked<Code extends string>(
  column: string,
  all: readonly Code[],
  codeOf: (view: ComplaintView) => Code,
): Sorting {
  const ranks = all.map((code, i) => `WHEN '${code}' THEN ${i}`).join(' ');
  return {
    expression: `(CASE c."${column}" ${ranks} END)`,
    type: 'int',
    keyOf: (view) => String(all.indexOf(codeOf(view))),
  };
}

const KEY_KINDS = { timestamptz: 'moment', text: 'text', int: 'number' } as const;

/**
 * A page of the list.
 *
 * @throws PageError when the page's arguments are wrong.
 */
export async function listComplaints(
  db: Database,
  query: ComplaintQuery,
  order: ComplaintOrder,
  args: PageArgs,
): Promise<Page<ComplaintView>> {
  const list = `complaints:${order.field}:${order.direction}`;
  const sorting = sortingOf(order);
  const request = parsePage(list, [KEY_KINDS[sorting.type], 'id'], args);
  const read = async (near: boolean) => {
    const params = new Params();
    const text = pageStatement(query, order, sorting, request, near, params);
    const { rows } = await db.pool.query<unknown[]>({ text, values: params.values, rowMode: 'array' });
    return rows.map((row) => toComplaintView(row, 0));
  };
  const { text } = query.filter;
  const isNear = order.field === 'RECEIVED_AT' && text !== null && mayFindMany(text);
  const first = isNear ? await read(true) : [];
  const views = first.length > request.limit ? first : await read(false);
  return toPage(list, request, views, (view) => [sorting.keyOf(view), view.id]);
}

/**
 * How many complaints a text is looked for in first, from where the page begins. Frequent words fill it from these, which
 * costs the same however many complaints there are; of rare ones the search index names few.
 */
const NEAR = 1_500;

/**
 * One page, or (`near`) what is of it among the complaints nearest to where it begins. Which complaints it holds is settled
 * before anything is joined to them: sorting afterwards would join to all that match.
 */
function pageStatement(
  { scope, filter, viewerId }: ComplaintQuery,
  order: ComplaintOrder,
  sorting: Sorting,
  request: PageRequest,
  near: boolean,
  params: Params,
): string {
  const way = (order.direction === 'ASC') !== request.backward ? 'ASC' : 'DESC';
  const sorted = `ORDER BY ${sorting.expression} ${way}, c."id" ${way}`;
  const which = whichComplaints({ scope, viewerId, filter: { ...filter, text: null } }, params);
  const from = between(request, order, sorting, params);
  const { text } = filter;
  const { join = '' } = sorting;
  const conditions = [...which, ...from];
  let source = '"complaint" AS c';
  if (near && text !== null) {
    // The limit inside has the index asked for one complaint after another, and for no more than it takes.
    source = `(SELECT c.* FROM "complaint" AS c WHERE ${['true', ...from].join(' AND ')} ${sorted} LIMIT ${NEAR}) AS c
      LEFT JOIN LATERAL (SELECT f."tokens" FROM "complaint_search" AS f WHERE f."complaintId" = c."id" LIMIT 1) AS s ON true`;
    conditions.push(containsTextHere(text, params));
  } else if (text !== null && saysSomething(text)) {
    // Behind a fence: a planner that believes a word to lie everywhere would look for it in one complaint after another.
    source = `(SELECT "id" FROM (${idsOfText(text, params)}) AS f OFFSET 0) AS hit JOIN "complaint" AS c ON c."id" = hit."id"`;
  }
  return `SELECT ${COMPLAINT_SELECT}
    FROM (SELECT c."id" FROM ${source} ${join}
      WHERE ${conditions.join(' AND ')} ${sorted} LIMIT ${params.add(request.limit + 1, 'int')}) AS "page"
    JOIN "complaint" AS c ON c."id" = "page"."id" ${COMPLAINT_JOINS} ${sorted}`;
}

/** How many complaints the list has, over all pages. */
export async function countComplaints(db: Database, query: ComplaintQuery): Promise<number> {
  const params = new Params();
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "complaint" AS c WHERE ${whichComplaints(query, params).join(' AND ')}`,
    params.values,
  );
  return rows[0]?.count ?? 0;
}

/** The conditions on `c` of who asks and for what. */
export function whichComplaints({ scope, filter, viewerId }: ComplaintQuery, params: Params): string[] {
  return [visibleTo(scope, 'c."id"', params), ...filterConditions(filter, viewerId, params)];
}

function between(request: PageRequest, order: ComplaintOrder, sorting: Sorting, params: Params): string[] {
  const beyond = (key: readonly KeyPart[] | null, sign: '>' | '<') => {
    if (key === null) return [];
    const [value, id] = [params.add(key[0], sorting.type), params.add(key[1], 'uuid')];
    return [`(${sorting.expression}, c."id") ${sign} (${value}, ${id})`];
  };
  const ascending = order.direction === 'ASC';
  return [...beyond(request.after, ascending ? '>' : '<'), ...beyond(request.before, ascending ? '<' : '>')];
}
