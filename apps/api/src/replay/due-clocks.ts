/** The product's clock as a replay turns it: what happens by itself, and letting each of it happen at its own moment. */
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import type { ActionContext } from '@redress/domain/actions/context';
import type { Database } from '@redress/prisma/client';

/** A moment at which something of a complaint happens by itself, in milliseconds since 1970. */
export interface Waking {
  id: string;
  at: number;
}

/** The complaints that wake first, in the order of time: at most `limit` of those that wake before `before`. */
export async function nextWakings(db: Database, before: number, limit: number): Promise<Waking[]> {
  const { rows } = await db.pool.query<{ id: string; wakeAt: Date }>({
    name: 'replay_wakings',
    text: `SELECT "id", "wakeAt" FROM "complaint" WHERE "wakeAt" < $1 ORDER BY "wakeAt", "id" LIMIT $2`,
    values: [new Date(before), limit],
  });
  return rows.map(({ id, wakeAt }) => ({ id, at: wakeAt.getTime() }));
}

/** Lets happen what is due at that moment. Throws when it is nothing: then time would never go on. */
export async function wake(ctx: ActionContext, { id, at }: Waking): Promise<void> {
  const clock: ActionContext = {
    ...ctx,
    principal: { kind: 'SYSTEM', name: 'clock' },
    origin: { ...ctx.origin, via: 'clock' },
    now: () => new Date(at),
  };
  const happened = await complaintsWake(clock, [id]);
  if (happened === 0) throw new Error(`complaint ${id} wakes at ${new Date(at).toISOString()} for nothing`);
}

/** Lets everything of one complaint happen that is due before a moment, each at its own. */
export async function wakeUntil(ctx: ActionContext, id: string, before: number): Promise<void> {
  for (;;) {
    const { rows } = await ctx.db.pool.query<{ wakeAt: Date }>({
      name: 'replay_waking',
      text: `SELECT "wakeAt" FROM "complaint" WHERE "id" = $1 AND "wakeAt" < $2`,
      values: [id, new Date(before)],
    });
    if (rows[0] === undefined) return;
    await wake(ctx, { id, at: rows[0].wakeAt.getTime() });
  }
}

/** What the clock has published of the complaints of a log, by type of event. */
export async function published(db: Database, source: string): Promise<Map<string, number>> {
  const { rows } = await db.pool.query<{ type: string; count: number }>(
    `SELECT e."type", count(*)::int AS "count" FROM "event" e
     JOIN "complaint" c ON c."id" = e."complaintId" JOIN "audit" a ON a."changeId" = e."changeId"
     WHERE c."externalSource" = $1 AND a."via" = 'clock' GROUP BY 1`,
    [source],
  );
  return new Map(rows.map(({ type, count }) => [type, count]));
}
