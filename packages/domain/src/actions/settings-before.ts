/** The rows that a change of settings is about, as they stand before it: what its audit tells the change from. */
import type { Database } from '@redress/prisma/client';
import type { RowWrite } from '../events/change.ts';
import { TABLES } from '../events/tables.ts';
import type { TableRows } from '../events/tables.ts';
import { keyOf } from './change-diff.ts';
import type { RowBefore } from './change-diff.ts';

type Raw = Record<string, unknown>;

/**
 * Reads them. A policy is never updated: what its new version is told from is the version before it, of which only the
 * value can differ.
 */
export async function settingsBefore(db: Database, rows: readonly RowWrite[]): Promise<RowBefore> {
  const known = new Map<string, Raw>();
  const updated = rows.filter((write) => write.op === 'update');
  for (const table of new Set(updated.map((write) => write.table))) {
    const { key } = TABLES[table];
    const keys = updated.filter((write) => write.table === table).map((write) => keyOf(write));
    const { rows: found } = await db.pool.query<{ key: string; row: Raw }>(
      `SELECT t."${key}"::text AS "key", to_jsonb(t) AS "row" FROM "${table}" t WHERE t."${key}"::text = ANY($1)`,
      [keys],
    );
    for (const { key: of, row } of found) known.set(`${table}/${of}`, withDates(row));
  }
  for (const policy of rows.filter((write) => write.table === 'policy')) {
    const { id, kind, key, version } = policy.row as TableRows['policy'];
    const { rows: found } = await db.pool.query<{ row: Raw }>(
      `SELECT to_jsonb(t) AS "row" FROM "policy" t WHERE "kind" = $1 AND "key" = $2 AND "version" < $3
       ORDER BY "version" DESC LIMIT 1`,
      [kind, key, version],
    );
    if (found[0] !== undefined) known.set(`policy/${id}`, withDates(found[0].row));
  }
  return (write) => known.get(`${write.table}/${keyOf(write)}`);
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/;

/** JSON has no dates: turns the columns that hold moments back into them. */
function withDates(row: Raw): Raw {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && MOMENT.test(value) ? new Date(value) : value,
    ]),
  );
}
