/** Brings an empty or an older database to what this version of the product expects to find in it. */
import { randomBytes } from 'node:crypto';
import type { Database } from '@redress/prisma/client';
import { DEFAULT_POLICIES } from '../rules/policies.ts';
import { DEFAULT_ROOT_CAUSES } from '../rules/root-causes.ts';
import type { ActionContext } from './context.ts';
import { directoryPut } from './directory-put.ts';

/** A name for a history of numbers: sorts by time, so that a person can tell which of two is older. */
function newEpoch(now: Date): string {
  return Math.floor(now.getTime() / 1000).toString(36) + randomBytes(3).toString('hex');
}

/**
 * Makes sure that the stream has its row, and that its epoch belongs to this very database: one that was restored from a
 * copy has numbers whose other continuation clients may have seen, so it begins a new epoch. Gives the epoch.
 */
export async function ensureStream(db: Database, now: Date): Promise<string> {
  const origin = await databaseIdentity(db);
  const { rows } = await db.pool.query<{ epoch: string }>({
    text: `INSERT INTO "stream" ("id", "epoch", "head", "floor", "origin") VALUES (1, $1, 0, 0, $2)
      ON CONFLICT ("id") DO UPDATE SET
        "epoch" = CASE WHEN "stream"."origin" = $2 THEN "stream"."epoch" ELSE $1 END,
        "floor" = CASE WHEN "stream"."origin" = $2 THEN "stream"."floor" ELSE "stream"."head" END,
        "origin" = $2
      RETURNING "epoch"`,
    values: [newEpoch(now), origin],
  });
  return rows[0]!.epoch;
}

/** Which database this is: another cluster, another time line or another database means that it was restored. */
async function databaseIdentity(db: Database): Promise<string> {
  const { rows } = await db.pool.query<{ identity: string }>(
    `SELECT (SELECT "system_identifier" FROM pg_control_system()) || '/' ||
        (SELECT "timeline_id" FROM pg_control_checkpoint()) || '/' ||
        (SELECT "oid" FROM pg_database WHERE "datname" = current_database()) AS "identity"`,
  );
  return rows[0]!.identity;
}

/**
 * Adds default policies that are missing, and renews those that an upgrade changed; an administrator's stay. The tree of
 * root causes is planted once: it is an administrator's from then on.
 */
export async function ensureDefaults(ctx: ActionContext): Promise<void> {
  const outdated = DEFAULT_POLICIES.filter(({ kind, key, value }) => {
    const known = ctx.directory.policy(kind, key);
    if (known === null) return true;
    return known.origin === 'DEFAULT' && canonical(known.value) !== canonical(value);
  });
  await directoryPut(ctx, {
    policies: outdated.map((policy) => ({ ...policy, origin: 'DEFAULT' })),
    rootCauses: ctx.directory.rootCauses.length === 0 ? [...DEFAULT_ROOT_CAUSES] : [],
  });
}

/** JSON with its keys in order: PostgreSQL keeps jsonb in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
