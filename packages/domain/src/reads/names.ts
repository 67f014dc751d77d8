/** Small things by id: what notes say, what integrations are called, to whom complaints are granted. */
import type { Database } from '@redress/prisma/client';

/** The texts of these notes, by id; an erased note's text is null. */
export async function loadNotes(db: Database, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await db.pool.query<{ id: string; text: string | null }>({
    name: 'notes',
    text: 'SELECT "id", "text" FROM "note" WHERE "id" = ANY($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row.text]));
}

/** To whom these complaints are granted, members and departments alike, by complaint. */
export async function loadGrants(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.pool.query<{ complaintId: string; grants: string[] }>({
    name: 'grants',
    text: `SELECT "complaintId", array_agg(DISTINCT "granteeId"::text) AS "grants" FROM "complaint_access"
      WHERE "complaintId" = ANY($1::uuid[]) AND "until" IS NULL GROUP BY "complaintId"`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.complaintId, row.grants]));
}

/** The names of these integrations, revoked ones included, by id. */
export async function loadIntegrationNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.pool.query<{ id: string; name: string }>({
    name: 'integration_names',
    text: 'SELECT "id", "name" FROM "integration_token" WHERE "id" = ANY($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
