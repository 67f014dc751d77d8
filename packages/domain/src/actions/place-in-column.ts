/** Finds the position of a card between its neighbours (docs/SPEC.md, OR1–OR4). */
import type { Database } from '@redress/prisma/client';
import { positionBetween } from '../rules/ordering.ts';
import type { Stage } from '../rules/vocabulary.ts';

export interface Place {
  position: string;
  /** The neighbour that was named is no longer in the column, so the card goes on top. */
  neighbourLeft: boolean;
}

interface Wanted {
  id: string;
  toStage: Stage;
  afterId: string | null;
  beforeId: string | null;
}

/**
 * Below `afterId`, else above `beforeId`, else on top; "directly", whatever a viewer's filter hides between. The moved
 * card itself does not count as a neighbour.
 */
export async function placeInColumn(db: Database, { id, toStage, afterId, beforeId }: Wanted): Promise<Place> {
  const neighbourId = afterId ?? beforeId;
  if (neighbourId !== null && neighbourId !== id) {
    const { rows } = await db.pool.query<{ position: string; next: string | null; previous: string | null }>({
      name: 'place_beside',
      text: `SELECT n."position",
          (SELECT min(c."position") FROM "complaint" c
           WHERE c."stage" = n."stage" AND c."position" > n."position" AND c."id" <> $3) AS "next",
          (SELECT max(c."position") FROM "complaint" c
           WHERE c."stage" = n."stage" AND c."position" < n."position" AND c."id" <> $3) AS "previous"
        FROM "complaint" n WHERE n."id" = $1 AND n."stage" = $2::"Stage"`,
      values: [neighbourId, toStage, id],
    });
    const beside = rows[0];
    if (beside !== undefined) {
      const [above, below] = afterId === null ? [beside.previous, beside.position] : [beside.position, beside.next];
      return { position: positionBetween(above, below, Math.random()), neighbourLeft: false };
    }
  }
  const { rows } = await db.pool.query<{ first: string | null }>({
    name: 'place_on_top',
    text: 'SELECT min("position") AS "first" FROM "complaint" WHERE "stage" = $1::"Stage" AND "id" <> $2',
    values: [toStage, id],
  });
  return { position: positionBetween(null, rows[0]?.first ?? null, Math.random()), neighbourLeft: neighbourId !== null };
}
