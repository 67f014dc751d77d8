/** Sweeps out what has had its time: it is nobody's history, so no event tells of it. */
import type { Database } from '@redress/prisma/client';
import type { Log } from '../log.ts';

const EVERY_MS = 10 * 60_000;
/** A retry is answered from the first result for a day (api.md, "Idempotency"). */
const IDEMPOTENCY_HOURS = 24;
/** What was read, and what tells of a complaint that is closed, is kept in inboxes for so long; deliveries too. */
const NOTIFICATION_DAYS = 90;

export class Housekeeping {
  private readonly db: Database;
  private readonly now: () => Date;
  private readonly log: Log;
  private timer: NodeJS.Timeout | null = null;

  constructor(options: { db: Database; now: () => Date; log: Log }) {
    this.db = options.db;
    this.now = options.now;
    this.log = options.log;
  }

  start(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error: unknown) => this.log.error({ err: error }, 'housekeeping failed'));
    }, EVERY_MS);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Removes old idempotency keys, sessions that expired, throttle windows that ended, old entries of inboxes and old deliveries. */
  async sweep(): Promise<void> {
    const at = this.now();
    const oldest = new Date(at.getTime() - IDEMPOTENCY_HOURS * 60 * 60_000);
    await this.db.pool.query('DELETE FROM "idempotency" WHERE "createdAt" < $1', [oldest]);
    await this.db.pool.query('DELETE FROM "session" WHERE "expiresAt" < now()');
    const told = new Date(at.getTime() - NOTIFICATION_DAYS * 24 * 60 * 60_000);
    await this.db.pool.query(
      `DELETE FROM "notification" AS n USING "complaint" AS c
       WHERE c."id" = n."complaintId" AND n."at" < $1 AND (n."readAt" < $1 OR c."closedAt" < $1)`,
      [told],
    );
    await this.db.pool.query(`DELETE FROM "delivery" WHERE "createdAt" < $1 AND "state" <> 'QUEUED'`, [told]);
    await this.db.pool.query('DELETE FROM "throttle" WHERE "resetAt" < $1', [at]);
  }
}
