/** What an idempotency key was first used for (docs/SPEC.md, IK1–IK3). */
import type { Database } from '@redress/prisma/client';
import { principalKey } from '../actions/audit.ts';
import type { Outcome } from '../actions/context.ts';
import type { Principal } from '../rules/principal.ts';

export interface FirstUse {
  requestHash: string;
  outcome: Outcome;
}

/**
 * The first use of the key by this principal, for as long as it is kept (24 h at least); null when there was none. A
 * request for many complaints uses its key for each: any of these is its use, and has its hash.
 */
export async function findFirstUse(db: Database, principal: Principal, key: string): Promise<FirstUse | null> {
  // Not a prepared statement: only with the prefix before it does the planner look it up in the index.
  const { rows } = await db.pool.query<{ requestHash: string; resultIds: Omit<Outcome, 'cursor'>; cursor: string }>(
    `(SELECT "requestHash", "resultIds", "cursor", 0 AS "place" FROM "idempotency"
        WHERE "principal" = $1 AND "key" = $2)
      UNION ALL (SELECT "requestHash", "resultIds", "cursor", 1 FROM "idempotency"
        WHERE "principal" = $1 AND starts_with("key", $3) LIMIT 1)
      ORDER BY "place" LIMIT 1`,
    [principalKey(principal), key, partKey(key, '')],
  );
  const row = rows[0];
  return row === undefined ? null : { requestHash: row.requestHash, outcome: { ...row.resultIds, cursor: row.cursor } };
}

/** Whether the principal has used the key, or one made from it for a part of a request, for another request than this. */
export async function isUsedOtherwise(
  db: Database,
  principal: Principal,
  { key, requestHash }: { key: string; requestHash: string },
): Promise<boolean> {
  const { rows } = await db.pool.query(
    `SELECT FROM "idempotency" WHERE "principal" = $1 AND ("key" = $2 OR starts_with("key", $3))
      AND "requestHash" <> $4 LIMIT 1`,
    [principalKey(principal), key, partKey(key, ''), requestHash],
  );
  return rows.length > 0;
}

/** Between a key and its part; a sign that no caller's key holds (idempotency.ts of the contract refuses it). */
const OF_PART = '\u001f';

/** The key of a part of a request that came with a key: of one card of many. */
export function partKey(key: string, part: string): string {
  return `${key}${OF_PART}${part}`;
}
