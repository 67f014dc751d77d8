/**
 * A caller's complaints, found by what only they and the company know: a whole number or address (docs/SPEC.md, LK1–LK4).
 * Nothing here asks the scope but `inSight`: who asks was let in before, and shows no more than a mask of it.
 */
import type { Database } from '@redress/prisma/client';
import type { ComplaintModel, ComplaintTextModel } from '@redress/prisma/rows';
import { orderToken } from '../rules/order-number.ts';
import type { Scope } from '../rules/principal.ts';
import { CUSTOMER_COLUMNS } from './child-columns.ts';
import { selectList } from './columns.ts';
import type { CustomerView } from './complaint-view.ts';
import { Params } from './params.ts';
import { visibleTo } from './scope-sql.ts';

/** What names a customer or an order, normalised. Nothing is found by a name or by a part of a number. */
export type CallerName = { phone: string } | { email: string } | { orderNumber: string };

/** A complaint as it stands in a caller's history. */
export interface CustomerCase
  extends Pick<
      ComplaintModel,
      | 'id'
      | 'number'
      | 'kind'
      | 'severity'
      | 'stage'
      | 'round'
      | 'categoryCode'
      | 'departmentId'
      | 'customerId'
      | 'receivedAt'
      | 'closedAt'
      | 'isBreached'
    >,
    Pick<ComplaintTextModel, 'subject'> {
  /** Whether the scope sees it in full. */
  inSight: boolean;
}

/** Who and what was named. */
export interface CallerIds {
  customerIds: string[];
  /** Of complaints about an order; null: all of the customers' complaints. */
  complaintIds: string[] | null;
}

/** More are told as a number only: nobody reads them out while the customer waits. */
export const MAX_CASES = 50;

/**
 * The customers of the number or address, or those with a complaint about the order. One number may stand in several
 * rows of customers who were taken in before it was written in one way; they are one caller.
 */
export async function findCaller(db: Database, name: CallerName): Promise<CallerIds> {
  if ('orderNumber' in name) {
    // Not prepared: how rare a token is, only a plan for this one can know.
    const { rows } = await db.pool.query<{ id: string; customerId: string | null }>(
      `SELECT c."id", c."customerId" FROM "complaint_search" AS s JOIN "complaint" AS c ON c."id" = s."complaintId"
        WHERE s."tokens" @> ARRAY[$1::text]`,
      [orderToken(name.orderNumber)],
    );
    const customerIds = rows.map(({ customerId }) => customerId).filter((id) => id !== null);
    return { customerIds: [...new Set(customerIds)], complaintIds: rows.map(({ id }) => id) };
  }
  const [column, value] = 'phone' in name ? ['phone', name.phone] : ['email', name.email];
  const { rows } = await db.pool.query<{ id: string }>({
    name: `caller_by_${column}`,
    text: `SELECT "id" FROM "customer" WHERE "${column}" = $1 AND "erasedAt" IS NULL ORDER BY "createdAt", "id"`,
    values: [value],
  });
  return { customerIds: rows.map(({ id }) => id), complaintIds: null };
}

/** The customers of these ids, the one who was known first in front. */
export async function loadCallers(db: Database, ids: readonly string[]): Promise<CustomerView[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<CustomerView>({
    name: 'callers',
    text: `SELECT ${selectList<CustomerView>('cu', CUSTOMER_COLUMNS)} FROM "customer" AS cu
      WHERE cu."id" = ANY($1::uuid[]) ORDER BY cu."createdAt", cu."id" LIMIT ${MAX_CASES}`,
    values: [ids],
  });
  return rows;
}

/** The cases, open ones first, each the newest first; of more than `MAX_CASES` those, and how many there are. */
export async function loadCallerCases(
  db: Database,
  scope: Scope,
  { customerIds, complaintIds }: CallerIds,
): Promise<{ cases: CustomerCase[]; total: number }> {
  const params = new Params();
  const wanted =
    complaintIds === null
      ? `c."customerId" = ANY(${params.add(customerIds, 'uuid[]')})`
      : `c."id" = ANY(${params.add(complaintIds, 'uuid[]')})`;
  const { rows } = await db.pool.query<CustomerCase & { total: number }>(
    `SELECT c."id", c."number", c."kind", c."severity", c."stage", c."round", c."categoryCode", c."departmentId",
        c."customerId", c."receivedAt", c."closedAt", c."isBreached", coalesce(t."subject", '') AS "subject",
        ${visibleTo(scope, 'c."id"', params)} AS "inSight", count(*) OVER ()::int AS "total"
      FROM "complaint" AS c LEFT JOIN "complaint_text" AS t ON t."complaintId" = c."id"
      WHERE ${wanted}
      ORDER BY c."stage" = 'CLOSED', c."receivedAt" DESC, c."id" DESC LIMIT ${MAX_CASES}`,
    params.values,
  );
  return { cases: rows.map(({ total: _total, ...found }) => found), total: rows[0]?.total ?? 0 };
}

/** One of a customer's cases, as it is told beside another: there is one, and where it stands. */
export type OtherCase = Pick<ComplaintModel, 'id' | 'number' | 'stage'>;

/** The cases of each of these customers: open ones first, each the newest first, `MAX_CASES` of them at most. */
export async function loadCasesOf(db: Database, customerIds: readonly string[]): Promise<Map<string, OtherCase[]>> {
  const { rows } = await db.pool.query<OtherCase & { customerId: string }>({
    name: 'cases_of_customers',
    text: `SELECT k."customerId", c.* FROM unnest($1::uuid[]) AS k("customerId") CROSS JOIN LATERAL
        (SELECT "id", "number", "stage" FROM "complaint" WHERE "customerId" = k."customerId"
         ORDER BY "stage" = 'CLOSED', "receivedAt" DESC, "id" DESC LIMIT ${MAX_CASES}) AS c`,
    values: [customerIds],
  });
  const found = new Map<string, OtherCase[]>();
  for (const { customerId, ...one } of rows) found.set(customerId, [...(found.get(customerId) ?? []), one]);
  return found;
}
