/** When somebody last urged a complaint. */
import type { Database } from '@redress/prisma/client';

/** The time of the last urge of a complaint by this member; null when they never did. */
export async function lastUrgeBy(db: Database, complaintId: string, memberId: string): Promise<Date | null> {
  const { rows } = await db.pool.query<{ at: Date }>({
    name: 'last_urge',
    text: `SELECT "occurredAt" AS "at" FROM "event"
      WHERE "complaintId" = $1 AND "type" = 'ComplaintUrged' AND "actorId" = $2 ORDER BY "seq" DESC LIMIT 1`,
    values: [complaintId, memberId],
  });
  return rows[0]?.at ?? null;
}
