/** The tables that a case lies in, as the database itself says: whatever has a column for its complaint. */
import type { Client } from 'pg';

export interface CaseTable {
  name: string;
  /** SQL for the id of the complaint that a row belongs to. */
  owner: string;
  /** Quoted, in the order in which a row is copied. */
  columns: string[];
}

/** Written apart: they carry the stream's numbers. */
const LOGGED = ['event', 'audit'];
/** Steps of meetings and topics name complaints, and belong to their meeting or series. */
const OF_MEETINGS = ['meeting_step', 'meeting_topic', 'meeting'];
const APART = new Set([...LOGGED, ...OF_MEETINGS]);

/** What is emptied and not filled again: it would speak of cases that are gone. */
export const NOT_COPIED: readonly string[] = ['group_case', 'idempotency', ...OF_MEETINGS];

/** The tables of cases, complaint first; the log is not among them. */
export async function caseTables(client: Client): Promise<CaseTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT "table_name" AS "name", array_agg("column_name"::text ORDER BY "ordinal_position") AS "columns"
     FROM information_schema.columns
     WHERE "table_schema" = current_schema() AND "table_name" IN (
       SELECT "table_name" FROM information_schema.columns WHERE "table_schema" = current_schema()
         AND ("column_name" = 'complaintId' OR "table_name" IN ('complaint', 'customer')))
     GROUP BY 1 ORDER BY "table_name" <> 'customer', "table_name" <> 'complaint', "table_name"`,
  );
  return rows
    .filter(({ name }) => !APART.has(name))
    .map(({ name, columns }) => ({ name, owner: ownerOf(name), columns: columns.map(quoted) }));
}

/** Columns of a table besides those that are given, quoted. */
export async function columnsBesides(client: Client, table: string, besides: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT "column_name" AS "name" FROM information_schema.columns
     WHERE "table_schema" = current_schema() AND "table_name" = $1 ORDER BY "ordinal_position"`,
    [table],
  );
  return rows.map(({ name }) => quoted(name)).filter((name) => !besides.includes(name));
}

function ownerOf(table: string): string {
  if (table === 'complaint') return 'r."id"';
  if (table === 'customer') return '(SELECT c."id" FROM "complaint" c WHERE c."customerId" = r."id" LIMIT 1)';
  return 'r."complaintId"';
}

function quoted(name: string): string {
  return `"${name}"`;
}
