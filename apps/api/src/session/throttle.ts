/** Counts tries by key, in the database, so that they count for all processes together. */
import type { Database } from '@redress/prisma/client';
import type { ThrottleAnswer, ThrottleRule } from '@redress/schema/context';

export interface Throttle {
  /** Takes one try of `key`; more than `limit` in a window are refused until the window ends. */
  take(key: string, rule: ThrottleRule): Promise<ThrottleAnswer>;
  /** Gives a try back: it turned out to be a good one. */
  giveBack(key: string): Promise<void>;
}

export function createThrottle(db: Database, now: () => Date): Throttle {
  return {
    async take(key, { limit, windowSeconds }): Promise<ThrottleAnswer> {
      const at = now();
      const { rows } = await db.pool.query<{ count: number; resetAt: Date }>({
        name: 'throttle_take',
        text: `INSERT INTO "throttle" AS t ("key", "count", "resetAt") VALUES ($1, 1, $2)
          ON CONFLICT ("key") DO UPDATE SET
            "count" = CASE WHEN t."resetAt" <= $3 THEN 1 ELSE t."count" + 1 END,
            "resetAt" = CASE WHEN t."resetAt" <= $3 THEN $2 ELSE t."resetAt" END
          RETURNING "count", "resetAt"`,
        values: [key, new Date(at.getTime() + windowSeconds * 1000), at],
      });
      const { count, resetAt } = rows[0]!;
      if (count <= limit) return { ok: true };
      return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((resetAt.getTime() - at.getTime()) / 1000)) };
    },
    async giveBack(key) {
      await db.pool.query({
        name: 'throttle_give_back',
        text: 'UPDATE "throttle" SET "count" = "count" - 1 WHERE "key" = $1 AND "count" > 0',
        values: [key],
      });
    },
  };
}
