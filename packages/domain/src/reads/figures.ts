/**
 * What the departments did with the complaints of a time, from the event log: how many they had, how often they changed
 * hands and were opened again, how long it took to resolve them (docs/SPEC.md, RP8). It looks only at what each event
 * kept of its complaint before and after it, so it holds for every way in which a complaint can get there.
 */
import type { Database } from '@redress/prisma/client';
import { Params } from './params.ts';

/** Which complaints are counted; null is no condition. */
export interface FiguresOf {
  receivedFrom: Date | null;
  receivedBefore: Date | null;
  /** The system that the complaints' external references name. */
  source: string | null;
}

/** How long it took from the receipt to the last time that a complaint reached FOLLOWING_UP (or CLOSED at once). */
export interface TimeToResolve {
  /** Complaints that are resolved now; one that is open again, or was brought in as it stood, is not among them. */
  count: number;
  /** In milliseconds; the time of a complaint that there is (nearest rank), not one in between. Null when count is 0. */
  p50Ms: number | null;
  p90Ms: number | null;
}

export interface Figures {
  complaints: number;
  /** Times that a complaint went from one department to another. */
  reassignments: number;
  /** Times that a complaint went back from FOLLOWING_UP or CLOSED. */
  reopenings: number;
  timeToResolve: TimeToResolve;
  /** The complaints by the department that has them now; null: by none yet. */
  departments: { departmentId: string | null; complaints: number; timeToResolve: TimeToResolve }[];
}

interface FigureRow {
  isTotal: boolean;
  departmentId: string | null;
  complaints: number;
  reassignments: number;
  reopenings: number;
  resolved: number;
  p50Ms: number | null;
  p90Ms: number | null;
}

const DONE = `('FOLLOWING_UP', 'CLOSED')`;

/** Reads the figures, all of one moment. For callers who may see every complaint. */
export async function readFigures(db: Database, of: FiguresOf): Promise<Figures> {
  const params = new Params();
  const conditions = [
    of.receivedFrom && `c."receivedAt" >= ${params.add(of.receivedFrom)}`,
    of.receivedBefore && `c."receivedAt" < ${params.add(of.receivedBefore)}`,
    of.source !== null && `c."externalSource" = ${params.add(of.source)}`,
  ].filter((condition) => typeof condition === 'string');
  const { rows } = await db.pool.query<FigureRow>({
    text: figuresSql(conditions.length === 0 ? 'true' : conditions.join(' AND ')),
    values: params.values,
  });
  const total = rows.find((row) => row.isTotal)!;
  return {
    complaints: total.complaints,
    reassignments: total.reassignments,
    reopenings: total.reopenings,
    timeToResolve: timeToResolve(total),
    departments: rows
      .filter((row) => !row.isTotal)
      .map((row) => ({
        departmentId: row.departmentId,
        complaints: row.complaints,
        timeToResolve: timeToResolve(row),
      })),
  };
}

function timeToResolve({ resolved, p50Ms, p90Ms }: FigureRow): TimeToResolve {
  return { count: resolved, p50Ms, p90Ms };
}

const figuresSql = (condition: string) => `WITH chosen AS (
    SELECT c."id", c."departmentId", c."receivedAt", c."stage" IN ${DONE} AND c."mergedIntoId" IS NULL AS "isDone"
    FROM "complaint" c WHERE ${condition}),
  change AS (
    SELECT e."complaintId" AS "id",
      count(*) FILTER (WHERE e."before"->>'departmentId' <> e."after"->>'departmentId')::int AS "reassignments",
      count(*) FILTER (WHERE e."before"->>'stage' IN ${DONE} AND e."after"->>'stage' NOT IN ${DONE})::int AS "reopenings",
      (array_agg(e."occurredAt" ORDER BY e."seq" DESC)
        FILTER (WHERE e."before"->>'stage' NOT IN ${DONE} AND e."after"->>'stage' IN ${DONE}))[1] AS "resolvedAt"
    FROM chosen JOIN "event" e ON e."complaintId" = chosen."id"
    GROUP BY e."complaintId"),
  figure AS (
    SELECT chosen."departmentId", change."reassignments", change."reopenings",
      CASE WHEN chosen."isDone" THEN extract(epoch FROM change."resolvedAt" - chosen."receivedAt") * 1000 END AS "ms"
    FROM chosen JOIN change USING ("id"))
  SELECT grouping("departmentId") = 1 AS "isTotal", "departmentId", count(*)::int AS "complaints",
    coalesce(sum("reassignments"), 0)::int AS "reassignments", coalesce(sum("reopenings"), 0)::int AS "reopenings",
    count("ms")::int AS "resolved",
    percentile_disc(0.5) WITHIN GROUP (ORDER BY "ms")::float8 AS "p50Ms",
    percentile_disc(0.9) WITHIN GROUP (ORDER BY "ms")::float8 AS "p90Ms"
  FROM figure GROUP BY GROUPING SETS ((), ("departmentId"))
  ORDER BY 1 DESC, "complaints" DESC, "departmentId"`;
