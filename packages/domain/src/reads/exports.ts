/** Exports as they are looked at: with the decision on them and their taking. */
import type { Database } from '@redress/prisma/client';
import type { ExportFilter } from '../rules/exports.ts';

export interface ExportView {
  id: string;
  filter: ExportFilter;
  reason: string;
  requestedById: string;
  requestedAt: Date;
  lapsesAt: Date;
  approved: boolean | null;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  takenAt: Date | null;
  rows: number | null;
}

/** So many are shown; older ones stand in the audit trail. */
const MAX_SHOWN = 100;

const SELECT = `SELECT x."id", x."filter", x."reason", x."requestedById", x."requestedAt", x."lapsesAt",
    d."approved", d."byId" AS "decidedById", d."at" AS "decidedAt", d."reason" AS "decisionReason",
    t."at" AS "takenAt", t."rows"
  FROM "complaint_export" AS x
  LEFT JOIN "complaint_export_step" AS d ON d."exportId" = x."id" AND d."kind" = 'DECISION'
  LEFT JOIN "complaint_export_step" AS t ON t."exportId" = x."id" AND t."kind" = 'TAKING'`;

/** The newest first: those of this member, or (null) everybody's. */
export async function listExports(db: Database, ofMember: string | null): Promise<ExportView[]> {
  const { rows } = await db.pool.query<ExportView>({
    name: 'exports',
    text: `${SELECT} WHERE $1::uuid IS NULL OR x."requestedById" = $1
      ORDER BY x."requestedAt" DESC, x."id" DESC LIMIT ${MAX_SHOWN}`,
    values: [ofMember],
  });
  return rows;
}

export async function findExport(db: Database, id: string): Promise<ExportView | null> {
  const { rows } = await db.pool.query<ExportView>({
    name: 'export',
    text: `${SELECT} WHERE x."id" = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}
