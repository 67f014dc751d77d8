/** How many complaints stages hold, by department: what limits of the work in progress are held against (docs/SPEC.md, WL6). */
import type { Database } from '@redress/prisma/client';
import type { Stage } from '../rules/vocabulary.ts';

/** By the department's id; those that are nobody's under null. A department that has none is not in it. */
export type StageCounts = ReadonlyMap<string | null, number>;

/** The counts of each stage that is asked for and holds any, in one statement. */
export async function loadStageCounts(db: Database, stages: readonly Stage[]): Promise<Map<Stage, StageCounts>> {
  const { rows } = await db.pool.query<{ stage: Stage; departmentId: string | null; count: number }>({
    name: 'stage_counts',
    text: `SELECT "stage", "departmentId", count(*)::int AS "count" FROM "complaint"
      WHERE "stage" = ANY ($1::"Stage"[]) GROUP BY 1, 2`,
    values: [stages],
  });
  const counts = new Map<Stage, Map<string | null, number>>();
  for (const { stage, departmentId, count } of rows) {
    const known = counts.get(stage) ?? new Map<string | null, number>();
    counts.set(stage, known.set(departmentId, count));
  }
  return counts;
}
