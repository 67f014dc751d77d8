/**
 * What became of an attempt to deliver. It is the queue's book-keeping beside the queue's own, not a change of the
 * product: nobody is told of it, and a mail server that is down for a night writes nothing into the log.
 */
import type { Database } from '@redress/prisma/client';

/** How a delivery ended: it went out, it never will, or nobody needs it any more. */
export type Settlement = { state: 'SENT' } | { state: 'FAILED' | 'OBSOLETE'; problem: string | null };

/** Ends a delivery that is queued. `attempts` is how often it was tried. */
export async function settleDelivery(
  db: Database,
  id: string,
  attempts: number,
  settlement: Settlement,
  at: Date,
): Promise<void> {
  const problem = settlement.state === 'SENT' ? null : settlement.problem;
  await db.pool.query({
    name: 'delivery_settle',
    text: `UPDATE "delivery" SET "state" = $2::"DeliveryState", "attempts" = $3, "problem" = $4, "settledAt" = $5
      WHERE "id" = $1 AND "state" = 'QUEUED'`,
    values: [id, settlement.state, attempts, problem, at],
  });
}

/** Notes a failed attempt that another one follows. */
export async function noteAttempt(db: Database, id: string, attempts: number, problem: string): Promise<void> {
  await db.pool.query({
    name: 'delivery_attempt',
    text: `UPDATE "delivery" SET "attempts" = $2, "problem" = $3 WHERE "id" = $1 AND "state" = 'QUEUED'`,
    values: [id, attempts, problem],
  });
}
