/** Small texts by id: what notes say, and what integrations are called. */
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

/** The names of these integrations, revoked ones included, by id. */
export async function loadIntegrationNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.pool.query<{ id: string; name: string }>({
    name: 'integration_names',
    text: 'SELECT "id", "name" FROM "integration_token" WHERE "id" = ANY($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
