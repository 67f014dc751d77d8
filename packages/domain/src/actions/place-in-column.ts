/** Finds the position of a card between its neighbours (docs/SPEC.md, OR1–OR4). */
import type { Database } from '@redress/prisma/client';
import { Params } from '../reads/params.ts';
import { visibleTo } from '../reads/scope-sql.ts';
import { statementName } from '../reads/statement.ts';
import { positionBetween } from '../rules/ordering.ts';
import type { Scope } from '../rules/principal.ts';
import type { Stage } from '../rules/vocabulary.ts';

export interface Place {
  position: string;
  /** The neighbour that was named is no longer in the column, so the card goes on top. */
  neighbourLeft: boolean;
}

/** Where a card is to lie. */
export interface Wanted {
  id: string;
  toStage: Stage;
  afterId: string | null;
  beforeId: string | null;
}

/**
 * Below `afterId`, else above `beforeId`, else on top; "directly", whatever a viewer's filter hides between. The moved
 * card itself does not count as a neighbour, nor does one that is out of the mover's `scope`: it is as if it had left.
 */
export async function placeInColumn(
  db: Database,
  scope: Scope,
  { id, toStage, afterId, beforeId }: Wanted,
): Promise<Place> {
  const neighbourId = afterId ?? beforeId;
  if (neighbourId !== null && neighbourId !== id) {
    const beside = await findNeighbour(db, scope, { id, toStage, neighbourId });
    if (beside !== null) {
      const [above, below] = afterId === null ? [beside.previous, beside.position] : [beside.position, beside.next];
      return { position: positionBetween(above, below, Math.random()), neighbourLeft: false };
    }
  }
  const { rows } = await db.pool.query<{ first: string | null }>({
    name: 'place_on_top',
    text: 'SELECT min("position") AS "first" FROM "complaint" WHERE "stage" = $1::"Stage" AND "id" <> $2',
    values: [toStage, id],
  });
  return {
    position: positionBetween(null, rows[0]?.first ?? null, Math.random()),
    neighbourLeft: neighbourId !== null,
  };
}

interface Neighbour {
  position: string;
  /** Of the cards right below and right above it; null at an end of the column. */
  next: string | null;
  previous: string | null;
}

/** Null when it is not in the column, or not in sight. */
async function findNeighbour(
  db: Database,
  scope: Scope,
  { id, toStage, neighbourId }: Pick<Wanted, 'id' | 'toStage'> & { neighbourId: string },
): Promise<Neighbour | null> {
  const params = new Params();
  const [neighbour, stage, moved] = [params.add(neighbourId), params.add(toStage, '"Stage"'), params.add(id)];
  const others = `FROM "complaint" c WHERE c."stage" = n."stage" AND c."id" <> ${moved}`;
  const text = `SELECT n."position",
      (SELECT min(c."position") ${others} AND c."position" > n."position") AS "next",
      (SELECT max(c."position") ${others} AND c."position" < n."position") AS "previous"
    FROM "complaint" n
    WHERE n."id" = ${neighbour} AND n."stage" = ${stage} AND ${visibleTo(scope, 'n."id"', params)}`;
  const { rows } = await db.pool.query<Neighbour>({ name: statementName(text), text, values: params.values });
  return rows[0] ?? null;
}
