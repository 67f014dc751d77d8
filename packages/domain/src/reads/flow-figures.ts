/** How fast the work flows since a moment, in numbers only: breaches, and how long claims and resolutions took (WA2). */
import type { Database } from '@redress/prisma/client';
import type { Scope } from '../rules/principal.ts';
import { Params } from './params.ts';
import { visibleTo } from './scope-sql.ts';

/** What the clocks of one kind came to. */
export interface PaceFigure {
  /** How many were met. */
  count: number;
  /** How long they took on average, in the time that counts for them; null when none was met. */
  meanMs: number | null;
  /** How long they might have taken on average. */
  targetMs: number | null;
  /** How many were met in time. */
  inTime: number;
}

export interface FlowFigures {
  /** Breaches that fell at the moment or later. */
  breached: number;
  claim: PaceFigure;
  resolution: PaceFigure;
}

/** Of what the scope sees. A clock that was recomputed counts once, as it was met. */
export async function readFlowFigures(db: Database, scope: Scope, from: Date): Promise<FlowFigures> {
  const params = new Params();
  const since = params.add(from, 'timestamptz');
  const seen = visibleTo(scope, 'd."complaintId"', params);
  const pace = (kind: string) => `(SELECT json_build_object(
      'count', count(*), 'meanMs', avg(u."ms")::float8, 'targetMs', avg(d."allowanceMs")::float8,
      'inTime', count(*) FILTER (WHERE d."breachPublishedAt" IS NULL))
    FROM "deadline" d CROSS JOIN LATERAL (
      SELECT sum((s->>'usedMs')::float8) AS "ms" FROM jsonb_array_elements(d."segments") s) u
    WHERE d."kind" = '${kind}' AND d."state" = 'MET' AND d."metAt" >= ${since} AND ${seen})`;
  const text = `SELECT
    (SELECT count(*)::int FROM "deadline" d
      WHERE d."breachPublishedAt" >= ${since} AND d."dueAt" >= ${since} AND ${seen}) AS "breached",
    ${pace('CLAIM')} AS "claim", ${pace('RESOLUTION')} AS "resolution"`;
  const { rows } = await db.pool.query<FlowFigures>({ text, values: params.values });
  return rows[0]!;
}
