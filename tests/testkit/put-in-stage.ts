import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Database } from '@redress/prisma/client';

/**
 * Puts complaints into a stage where how they came there is other tests' matter, and nothing that a stage brings with
 * it happens; closed is one since `closedAt`. A department is needed beyond the first stage: logistics, unless the
 * complaint has one. Their positions are made their own: in the column that they came from, one may have had a position
 * that is taken in this one.
 */
export async function putInStage(db: Database, ids: readonly string[], stage: Stage, closedAt = new Date()) {
  await db.pool.query(
    `UPDATE "complaint" SET "stage" = $2::"Stage", "position" = "position" || md5("id"::text) || '1',
       "closedAt" = CASE WHEN $2 = 'CLOSED' THEN $3::timestamptz END,
       "wakeAt" = CASE WHEN $2 = 'CLOSED' THEN NULL ELSE "wakeAt" END,
       "departmentId" = coalesce("departmentId", (SELECT "id" FROM "department" WHERE "code" = 'logistics'))
     WHERE "id" = ANY ($1)`,
    [ids, stage, closedAt],
  );
}
