/** What was merged into what (docs/SPEC.md, MG5): one case may have taken in several, and they others before. */
import type { Database } from '@redress/prisma/client';

/**
 * Everything that was merged into the complaint whose id the SQL expression names, at whatever remove: a `WITH` list that
 * defines `merged("id")`, the complaint itself not among it.
 */
export const mergedInto = (id: string) => `RECURSIVE merged AS (
  SELECT x."id" FROM "complaint" AS x WHERE x."mergedIntoId" = ${id}
  UNION SELECT x."id" FROM "complaint" AS x JOIN merged ON x."mergedIntoId" = merged."id")`;

/** The way from a complaint along what it was merged into: a `WITH` list that defines `survivor`, at its end the one that goes on. */
export const survivorOf = (id: string) => `RECURSIVE survivor AS (
  SELECT x."id", x."customerId", x."mergedIntoId" FROM "complaint" AS x WHERE x."id" = ${id}
  UNION SELECT x."id", x."customerId", x."mergedIntoId" FROM "complaint" AS x JOIN survivor ON x."id" = survivor."mergedIntoId")`;

/** By the survivor's id: what was merged into it, the oldest first; a complaint that took nothing in is left out. */
export async function loadMerged(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.pool.query<{ survivor: string; ids: string[] }>({
    name: 'merged_into',
    text: `WITH RECURSIVE merged AS (
        SELECT x."mergedIntoId" AS "survivor", x."id", x."receivedAt" FROM "complaint" AS x
          WHERE x."mergedIntoId" = ANY($1::uuid[])
        UNION SELECT merged."survivor", x."id", x."receivedAt" FROM "complaint" AS x JOIN merged ON x."mergedIntoId" = merged."id")
      SELECT "survivor", array_agg("id" ORDER BY "receivedAt", "id") AS "ids" FROM merged GROUP BY "survivor"`,
    values: [ids],
  });
  return new Map(rows.map(({ survivor, ids: found }) => [survivor, found]));
}
