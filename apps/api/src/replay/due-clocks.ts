/** The product's clock as a replay turns it: what happens by itself by a moment of the log, and letting it happen. */
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import type { ActionContext } from '@redress/domain/actions/context';
import type { Database } from '@redress/prisma/client';

/** Complaints of which something happens by itself by `at`, with the moment of the first. */
export async function dueBy(db: Database, at: number): Promise<Map<string, number>> {
  const { rows } = await db.pool.query<{ id: string; wakeAt: Date }>({
    name: 'replay_due',
    text: `SELECT "id", "wakeAt" FROM "complaint" WHERE "wakeAt" <= $1`,
    values: [new Date(at)],
  });
  return new Map(rows.map(({ id, wakeAt }) => [id, wakeAt.getTime()]));
}

/** Lets happen what of these complaints is due by `at`. */
export async function publishDue(ctx: ActionContext, complaintIds: readonly string[], at: number): Promise<void> {
  await complaintsWake(
    {
      ...ctx,
      principal: { kind: 'SYSTEM', name: 'clock' },
      origin: { ...ctx.origin, via: 'clock' },
      now: () => new Date(at),
    },
    complaintIds,
  );
}

/** When something happens by itself next; null when nothing will. */
export async function nextDue(db: Database): Promise<number | null> {
  const { rows } = await db.pool.query<{ next: Date | null }>({
    name: 'replay_next_due',
    text: `SELECT min("wakeAt") AS "next" FROM "complaint" WHERE "wakeAt" IS NOT NULL`,
  });
  return rows[0]?.next?.getTime() ?? null;
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
