/** Sweeps out what has had its time: it is nobody's history, so no event tells of it. */
import type { Database } from '@redress/prisma/client';
import type { Log } from '../log.ts';

const EVERY_MS = 10 * 60_000;
/** A retry is answered from the first result for a day (api.md, "Idempotency"). */
const IDEMPOTENCY_HOURS = 24;

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

  /** Removes old idempotency keys, sessions that expired and throttle windows that ended. */
  async sweep(): Promise<void> {
    const at = this.now();
    const oldest = new Date(at.getTime() - IDEMPOTENCY_HOURS * 60 * 60_000);
    await this.db.pool.query('DELETE FROM "idempotency" WHERE "createdAt" < $1', [oldest]);
    await this.db.pool.query('DELETE FROM "session" WHERE "expiresAt" < now()');
    await this.db.pool.query('DELETE FROM "throttle" WHERE "resetAt" < $1', [at]);
  }
}
