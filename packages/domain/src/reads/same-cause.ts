/** What else one root cause has brought about lately, as an agenda counts it (docs/SPEC.md, ME2), of what is in sight. */
import type { Database } from '@redress/prisma/client';
import { REPEATS_WITHIN_DAYS } from '../rules/meeting-agenda.ts';
import type { Scope } from '../rules/principal.ts';
import { Params, anyOf } from './params.ts';
import { visibleTo } from './scope-sql.ts';
import { statementName } from './statement.ts';

const AT_MOST = 50;

/** By a complaint's id: the others of its root cause that were received within the last 30 days, the newest first, at most 50. */
export async function loadSameCause(
  db: Database,
  scope: Scope,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, string[]>> {
  const params = new Params();
  const wanted = params.add(ids);
  const at = params.add(now, 'timestamptz');
  const text = `SELECT c."id", ARRAY(SELECT o."id" FROM "complaint" AS o
      WHERE o."rootCauseCode" = c."rootCauseCode" AND o."id" <> c."id"
        AND o."receivedAt" > ${at} - interval '${REPEATS_WITHIN_DAYS} days' AND ${visibleTo(scope, 'o."id"', params)}
      ORDER BY o."receivedAt" DESC, o."id" DESC LIMIT ${AT_MOST}) AS "others"
    FROM "complaint" AS c WHERE c."id" = ${anyOf(wanted)} AND c."rootCauseCode" IS NOT NULL`;
  const statement = { name: statementName(text), text, values: params.values };
  const { rows } = await db.pool.query<{ id: string; others: string[] }>(statement);
  return new Map(rows.map(({ id, others }) => [id, others]));
}
