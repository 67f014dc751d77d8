/** Single complaints, by what names them. Permission is a part of each statement: out of sight is not found. */
import type { Database } from '@redress/prisma/client';
import type { KnownPerson } from '../rules/mask.ts';
import type { Scope } from '../rules/principal.ts';
import { COMPLAINT_JOINS, COMPLAINT_SELECT, toComplaintView } from './complaint-sql.ts';
import type { ComplaintView } from './complaint-view.ts';
import { Params, anyOf } from './params.ts';
import { visibleTo } from './scope-sql.ts';
import { statementName } from './statement.ts';

/** The complaints of these ids that the scope may see, in no particular order. */
export async function loadComplaints(db: Database, scope: Scope, ids: readonly string[]): Promise<ComplaintView[]> {
  const params = new Params();
  const wanted = params.add(ids);
  const text = `SELECT ${COMPLAINT_SELECT} FROM "complaint" AS c ${COMPLAINT_JOINS}
    WHERE c."id" = ${anyOf(wanted)} AND ${visibleTo(scope, 'c."id"', params)}`;
  const statement = { name: statementName(text), text, values: params.values };
  const { rows } = await db.pool.query<unknown[]>({ ...statement, rowMode: 'array' });
  return rows.map((row) => toComplaintView(row, 0));
}

/** How a caller may name one complaint. */
export type ComplaintName = { number: string } | { external: { source: string; id: string } };

/** The id of the complaint of this name, in sight or not; null when there is none. */
export async function findComplaintId(db: Database, name: ComplaintName): Promise<string | null> {
  const [condition, values] =
    'number' in name
      ? ['"number" = $1', [name.number]]
      : ['"externalSource" = $1 AND "externalId" = $2', [name.external.source, name.external.id]];
  const { rows } = await db.pool.query<{ id: string }>(`SELECT "id" FROM "complaint" WHERE ${condition}`, values);
  return rows[0]?.id ?? null;
}

/** The long texts of these complaints, by id. The caller has made sure that they may be seen. */
export async function loadDescriptions(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.pool.query<{ complaintId: string; description: string }>({
    name: 'descriptions',
    text: 'SELECT "complaintId", "description" FROM "complaint_text" WHERE "complaintId" = ANY($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.complaintId, row.description]));
}

/** Who complains, by complaint: what of them may stand in a text, too. The caller has made sure that it may be seen. */
export async function loadPersons(db: Database, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const { rows } = await db.pool.query<KnownPerson & { complaintId: string }>({
    name: 'persons',
    text: `SELECT c."id" AS "complaintId", cu."name", cu."phone", cu."email"
      FROM "complaint" AS c JOIN "customer" AS cu ON cu."id" = c."customerId" WHERE c."id" = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map(({ complaintId, ...person }) => [complaintId, person]));
}

/** Which of these customers the scope may see: whose complaints it sees. Answered with the customers' ids. */
export async function visibleCustomers(db: Database, scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const params = new Params();
  const wanted = params.add(ids, 'uuid[]');
  const { rows } = await db.pool.query<{ customerId: string }>(
    `SELECT DISTINCT c."customerId" FROM "complaint" AS c
     WHERE c."customerId" = ANY(${wanted}) AND ${visibleTo(scope, 'c."id"', params)}`,
    params.values,
  );
  return new Set(rows.map((row) => row.customerId));
}
