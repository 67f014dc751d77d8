/**
 * Files that were announced and have not arrived. They are nobody's history: a row here is a permission to send bytes,
 * written beside the stream as sessions are, and gone when the file has become an attachment or its time is over.
 */
import type { UploadModel } from '@redress/prisma/rows';
import type { Database } from '@redress/prisma/client';
import type { IdempotencyWrite } from '../events/change.ts';

/** How long an upload's link can be used. */
export const UPLOAD_MS = 15 * 60_000;
/** After its link is over, an upload that began in time may still be under way; nothing takes its bytes so long. */
const GRACE_MS = 60 * 60_000;

export type Upload = UploadModel;

/**
 * Keeps the upload, with the caller's idempotency key, and gives the cursor of what had happened before. Null when the
 * key is used already.
 */
export async function keepUpload(
  db: Database,
  upload: Upload,
  idempotency: IdempotencyWrite | null,
): Promise<string | null> {
  const { rows } = await db.pool.query<{ cursor: string }>(
    `WITH place AS (SELECT "epoch" || '.' || lpad("head"::text, 16, '0') AS "cursor" FROM "stream" WHERE "id" = 1),
      remembered AS (
        INSERT INTO "idempotency" ("principal", "key", "requestHash", "resultType", "resultIds", "cursor", "createdAt")
        SELECT r."principal", r."key", r."requestHash", r."resultType", r."resultIds", place."cursor", $3
        FROM jsonb_populate_record(NULL::"idempotency", $2::jsonb) AS r CROSS JOIN place
        WHERE $2::jsonb IS NOT NULL ON CONFLICT DO NOTHING RETURNING 1),
      kept AS (
        INSERT INTO "upload" SELECT u.* FROM jsonb_populate_record(NULL::"upload", $1::jsonb) AS u
        WHERE $2::jsonb IS NULL OR EXISTS (SELECT 1 FROM remembered) RETURNING 1)
      SELECT place."cursor" FROM place WHERE EXISTS (SELECT 1 FROM kept)`,
    [JSON.stringify(upload), idempotency === null ? null : JSON.stringify(idempotency), upload.createdAt],
  );
  return rows[0]?.cursor ?? null;
}

/** How many files are on their way to the complaint. */
export async function openUploads(db: Database, complaintId: string, now: Date): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "upload" WHERE "complaintId" = $1 AND "expiresAt" > $2`,
    [complaintId, now],
  );
  return rows[0]!.count;
}

/** The upload, which from now on nobody else can send; UNKNOWN when it never was or is long over. */
export async function startUpload(
  db: Database,
  id: string,
  now: Date,
): Promise<Upload | 'UNKNOWN' | 'EXPIRED' | 'USED'> {
  const { rows } = await db.pool.query<Upload>(
    `UPDATE "upload" SET "startedAt" = $2 WHERE "id" = $1 AND "startedAt" IS NULL AND "expiresAt" > $2 RETURNING *`,
    [id, now],
  );
  if (rows[0] !== undefined) return rows[0];
  const known = await db.pool.query<Pick<Upload, 'startedAt'>>('SELECT "startedAt" FROM "upload" WHERE "id" = $1', [
    id,
  ]);
  if (known.rows[0] !== undefined) return known.rows[0].startedAt === null ? 'EXPIRED' : 'USED';
  const arrived = await db.pool.query('SELECT 1 FROM "attachment" WHERE "id" = $1', [id]);
  return arrived.rows.length > 0 ? 'USED' : 'UNKNOWN';
}

/** Forgets an upload that has become an attachment. */
export async function endUpload(db: Database, id: string): Promise<void> {
  await db.pool.query('DELETE FROM "upload" WHERE "id" = $1', [id]);
}

/** Takes back what was announced for these complaints; what had begun to arrive is swept out with the rest. */
export async function endUploadsOf(db: Database, complaintIds: readonly string[], now: Date): Promise<void> {
  await db.pool.query(
    `UPDATE "upload" SET "name" = '', "note" = NULL, "expiresAt" = least("expiresAt", $2)
     WHERE "complaintId" = ANY($1::uuid[])`,
    [complaintIds, now],
  );
}

/** Uploads whose time is over for good. Those of which nothing became may have left bytes behind. */
export async function abandonedUploads(db: Database, now: Date): Promise<{ id: string; arrived: boolean }[]> {
  const { rows } = await db.pool.query<{ id: string; arrived: boolean }>(
    `SELECT u."id", EXISTS (SELECT 1 FROM "attachment" a WHERE a."id" = u."id") AS "arrived"
     FROM "upload" u WHERE u."expiresAt" < $1 ORDER BY u."expiresAt" LIMIT 1000`,
    [new Date(now.getTime() - GRACE_MS)],
  );
  return rows;
}

/** Removed files whose bytes still lie in the storage. */
export async function unpurgedAttachments(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT "id" FROM "attachment" WHERE "state" = 'REMOVED' AND "purgedAt" IS NULL ORDER BY "removedAt" LIMIT 1000`,
  );
  return rows.map(({ id }) => id);
}

/** Notes that the bytes of a removed file are gone. */
export async function notePurged(db: Database, id: string, now: Date): Promise<void> {
  await db.pool.query('UPDATE "attachment" SET "purgedAt" = $2 WHERE "id" = $1', [id, now]);
}
