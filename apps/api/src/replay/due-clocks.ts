/** The product's clock as a replay turns it: what is due by a moment of the log, and publishing it. */
import { deadlineBreach } from '@redress/domain/actions/deadline-breach';
import type { ActionContext } from '@redress/domain/actions/context';
import type { Database } from '@redress/prisma/client';

/** Complaints with a clock that is due by `at` and was not published, with the earliest of these moments. */
export async function dueBy(db: Database, at: number): Promise<Map<string, number>> {
  const { rows } = await db.pool.query<{ complaintId: string; dueAt: Date }>({
    name: 'replay_due',
    text: `SELECT "complaintId", min("dueAt") AS "dueAt" FROM "deadline"
      WHERE "state" = 'OPEN' AND "breachPublishedAt" IS NULL AND NOT "silent" AND "dueAt" <= $1
      GROUP BY "complaintId"`,
    values: [new Date(at)],
  });
  return new Map(rows.map(({ complaintId, dueAt }) => [complaintId, dueAt.getTime()]));
}

/** Publishes what of these complaints is due by `at`. */
export async function publishDue(ctx: ActionContext, complaintIds: readonly string[], at: number): Promise<void> {
  await deadlineBreach(
    {
      ...ctx,
      principal: { kind: 'SYSTEM', name: 'clock' },
      origin: { ...ctx.origin, via: 'clock' },
      now: () => new Date(at),
    },
    complaintIds,
  );
}

/** When the next clock is due; null when none runs. */
export async function nextDue(db: Database): Promise<number | null> {
  const { rows } = await db.pool.query<{ next: Date | null }>({
    name: 'replay_next_due',
    text: `SELECT min("dueAt") AS "next" FROM "deadline"
      WHERE "state" = 'OPEN' AND "breachPublishedAt" IS NULL AND NOT "silent"`,
  });
  return rows[0]?.next?.getTime() ?? null;
}
