/** What investigations came to: by their own ids, and the one of each complaint's round. */
import type { Database } from '@redress/prisma/client';
import { INVESTIGATION_COLUMNS } from './child-columns.ts';
import { selectList, takeView } from './columns.ts';
import type { InvestigationView } from './complaint-view.ts';
import { statementName } from './statement.ts';

const COLUMNS = selectList<InvestigationView>('x', INVESTIGATION_COLUMNS);

/** The investigations of these ids; one that is not there is left out. */
export async function loadInvestigations(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, InvestigationView | null>> {
  const found = await read(db, `SELECT ${COLUMNS} FROM "investigation" AS x WHERE x."id" = ANY($1::uuid[])`, ids);
  return new Map(found.map((view) => [view.id, view]));
}

/** By the complaint's id, the investigation of its round; a complaint without a finding yet is left out. */
export async function loadCurrentInvestigations(
  db: Database,
  complaintIds: readonly string[],
): Promise<Map<string, InvestigationView | null>> {
  const text = `SELECT ${COLUMNS} FROM "investigation" AS x
    JOIN "complaint" AS c ON c."id" = x."complaintId" AND c."round" = x."round"
    WHERE x."complaintId" = ANY($1::uuid[])`;
  const found = await read(db, text, complaintIds);
  return new Map(found.map((view) => [view.complaintId, view]));
}

async function read(db: Database, text: string, ids: readonly string[]): Promise<InvestigationView[]> {
  const { rows } = await db.pool.query<unknown[]>({ name: statementName(text), text, values: [ids], rowMode: 'array' });
  return rows.map((row) => takeView<InvestigationView>(row, 0, INVESTIGATION_COLUMNS));
}
