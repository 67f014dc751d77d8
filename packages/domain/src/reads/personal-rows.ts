/** The rows that hold people's words, whole: for blanking them. Callers have made sure that they may. */
import type { Database } from '@redress/prisma/client';
import type { TableRows } from '../events/tables.ts';
import type { TableOfWords } from '../rules/personal-columns.ts';

/** The rows of a table that belong to these complaints. */
export async function loadPersonalRows<T extends TableOfWords | 'complaint_search'>(
  db: Database,
  table: T,
  complaintIds: readonly string[],
): Promise<TableRows[T][]> {
  const text = `SELECT * FROM "${table}" WHERE "complaintId" = ANY($1::uuid[])`;
  const { rows } = await db.pool.query<TableRows[T]>({ name: `personal_${table}`, text, values: [complaintIds] });
  return rows;
}

/** The ids of a customer's complaints. */
export async function complaintsOf(db: Database, customerId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    'SELECT "id" FROM "complaint" WHERE "customerId" = $1 ORDER BY "id"',
    [customerId],
  );
  return rows.map(({ id }) => id);
}

export interface ErasureRequest {
  actorId: string | null;
  at: Date;
}

/** Who last asked for the erasure of this customer since then; null when nobody did. */
export async function standingErasureRequest(
  db: Database,
  complaintIds: readonly string[],
  since: Date,
): Promise<ErasureRequest | null> {
  const { rows } = await db.pool.query<ErasureRequest>(
    `SELECT "actorId", "occurredAt" AS "at" FROM "event"
     WHERE "complaintId" = ANY($1::uuid[]) AND "type" = 'ErasureRequested' AND "occurredAt" >= $2
     ORDER BY "seq" DESC LIMIT 1`,
    [complaintIds, since],
  );
  return rows[0] ?? null;
}
