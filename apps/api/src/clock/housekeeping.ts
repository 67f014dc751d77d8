/**
 * Sweeps out what has had its time: nobody's history, of which no event tells, and customers whose term is over and
 * meetings that were left, of which one does.
 */
import type { ActionContext } from '@redress/domain/actions/context';
import { customersExpire } from '@redress/domain/actions/customers-expire';
import { meetingsLapse } from '@redress/domain/actions/meetings-lapse';
import { abandonedUploads, endUpload, notePurged, unpurgedAttachments } from '@redress/domain/actions/uploads';
import { raiseFloor } from '@redress/domain/events/floor';
import type { Database } from '@redress/prisma/client';
import { thumbnailKey } from '../files/storage.ts';
import type { FileStorage } from '../files/storage.ts';
import type { Log } from '../log.ts';

const EVERY_MS = 10 * 60_000;
/** A retry is answered from the first result for a day (api.md, "Idempotency"). */
const IDEMPOTENCY_HOURS = 24;
/** What was read, and what tells of a complaint that is closed, is kept in inboxes for so long; deliveries too. */
export const NOTIFICATION_DAYS = 90;
/** Of customers whose term is over; the others follow in the next sweep. */
const CUSTOMERS_AT_ONCE = 500;

export class Housekeeping {
  private readonly context: ActionContext;
  private readonly db: Database;
  private readonly storage: FileStorage;
  private readonly resumeHours: number;
  private readonly now: () => Date;
  private readonly log: Log;
  private timer: NodeJS.Timeout | null = null;

  constructor(options: { context: ActionContext; storage: FileStorage; resumeHours: number; log: Log }) {
    this.context = options.context;
    this.db = options.context.db;
    this.storage = options.storage;
    this.resumeHours = options.resumeHours;
    this.now = options.context.now;
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

  /** Ends meetings that were left. Removes old idempotency keys, sessions that expired, throttle windows that ended, old entries of inboxes, old deliveries, customers whose term is over, and the bytes of files that nobody reads any more; and lets boards resume from no further back than they may. */
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
    await this.db.pool.query(
      `DELETE FROM "notification" AS n WHERE n."complaintId" IS NULL AND n."at" < $1 AND (n."kind" IN ('MEETING_AHEAD', 'MEETING_DATE_CHANGED')
        OR EXISTS (SELECT 1 FROM "meeting_step" AS s WHERE s."decisionId" = n."subjectId"
          AND s."kind" IN ('FULFILLED', 'WITHDRAWN') AND s."at" < $1))`,
      [told],
    );
    await this.db.pool.query(`DELETE FROM "delivery" WHERE "createdAt" < $1 AND "state" <> 'QUEUED'`, [told]);
    await this.db.pool.query('DELETE FROM "throttle" WHERE "resetAt" < $1', [at]);
    await raiseFloor(this.db, new Date(at.getTime() - this.resumeHours * 60 * 60_000));
    await meetingsLapse(this.context);
    await customersExpire(this.context, CUSTOMERS_AT_ONCE);
    await this.sweepFiles(at);
  }

  /** Bytes lie in the storage for attachments that are there, and for nothing else (docs/SPEC.md, FL11). */
  private async sweepFiles(at: Date): Promise<void> {
    for (const { id, arrived } of await abandonedUploads(this.db, at)) {
      if (!arrived) await this.removeBytes(id);
      await endUpload(this.db, id);
    }
    for (const id of await unpurgedAttachments(this.db)) {
      await this.removeBytes(id);
      await notePurged(this.db, id, at);
    }
  }

  private async removeBytes(id: string): Promise<void> {
    await Promise.all([id, thumbnailKey(id)].map((key) => this.storage.remove(key)));
  }
}
