/** How departments answered what they were asked to take over, and how often they were wrong (docs/SPEC.md, CT10). */
import type { Database } from '@redress/prisma/client';
import type { Directory } from './directory.ts';

export interface DeclineFigure {
  departmentId: string;
  /** Handoffs that were asked of it in the time; those that wait or were withdrawn too. */
  asked: number;
  accepted: number;
  declined: number;
  /** Declines that a ruling found wrong, and no appeal has overturned. */
  unjustified: number;
}

/** Handoffs that were asked from `from` on and before `before`, of these departments; null: of all. */
export interface DeclinesOf {
  from: Date;
  before: Date;
  departmentIds: readonly string[] | null;
}

const SQL = `SELECT "toDepartmentId" AS "departmentId", count(*)::int AS "asked",
    count(*) FILTER (WHERE "state" = 'ACCEPTED')::int AS "accepted",
    count(*) FILTER (WHERE "state" = 'DECLINED')::int AS "declined",
    count(*) FILTER (WHERE "unjustified")::int AS "unjustified"
  FROM "handoff" WHERE "requestedAt" >= $1 AND "requestedAt" < $2 AND ($3::uuid[] IS NULL OR "toDepartmentId" = ANY($3))
  GROUP BY 1`;

/** One figure for each department, in their order; an archived one only if it was asked something. */
export async function readDeclineFigures(
  db: Database,
  directory: Directory,
  { from, before, departmentIds }: DeclinesOf,
): Promise<DeclineFigure[]> {
  const values = [from, before, departmentIds];
  const { rows } = await db.pool.query<DeclineFigure>({ name: 'decline_figures', text: SQL, values });
  const found = new Map(rows.map((row) => [row.departmentId, row]));
  return directory.departments.flatMap(({ id, archivedAt }) => {
    const figure = found.get(id);
    if (figure !== undefined) return [figure];
    const isShown = archivedAt === null && (departmentIds === null || departmentIds.includes(id));
    return isShown ? [{ departmentId: id, asked: 0, accepted: 0, declined: 0, unjustified: 0 }] : [];
  });
}

/** Unjustified declines of what was answered, in percent; null when nothing was. */
export function unjustifiedPercent({ accepted, declined, unjustified }: DeclineFigure): number | null {
  const answered = accepted + declined;
  return answered === 0 ? null : (unjustified * 100) / answered;
}
