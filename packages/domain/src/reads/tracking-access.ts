/** Whom the customer's page is opened to: who holds the tracking code and knows the end of the phone number (TK3). */
import { timingSafeEqual } from 'node:crypto';
import type { Database } from '@redress/prisma/client';
import { survivorOf } from './merged.ts';

/** What a customer brings along. */
export interface TrackingKey {
  /** Of the code, as it is stored: `hashTrackingCode`. */
  hash: string;
  /** The last four digits of the phone number that was left with the complaint; null when they gave none. */
  phoneLast4: string | null;
}

/**
 * The id of the complaint that the key opens; null when it opens none. Of one that was merged into another of the same
 * customer, it is that one: their codes open one case. Of a stranger's, nothing but its steps is shown (`loadTracked`).
 * An unknown code and wrong digits are one answer after the same work: one statement and one comparison.
 */
export async function findTracked(db: Database, { hash, phoneLast4 }: TrackingKey): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string; phone: string | null }>({
    name: 'tracked_find',
    text: `SELECT coalesce(s."id", c."id") AS "id", k."phone"
      FROM "complaint" AS c LEFT JOIN "customer" AS k ON k."id" = c."customerId"
      LEFT JOIN LATERAL (
        WITH ${survivorOf('c."id"')} SELECT g."id" FROM survivor AS g JOIN "customer" AS q ON q."id" = g."customerId"
        WHERE g."mergedIntoId" IS NULL AND (q."id" = k."id" OR q."phone" = k."phone" OR q."email" = k."email")) AS s ON true
      WHERE c."trackingHash" = $1`,
    values: [hash],
  });
  const found = rows[0];
  const asked = lastDigits(found?.phone ?? null);
  const same = timingSafeEqual(padded(asked), padded(lastDigits(phoneLast4)));
  return found !== undefined && (same || asked === '') ? found.id : null;
}

/** Up to four; none of what holds no number. Full-width digits are digits. */
function lastDigits(text: string | null): string {
  return (text ?? '').normalize('NFKC').replace(/\D/g, '').slice(-4);
}

function padded(digits: string): Buffer {
  return Buffer.from(digits.padEnd(4), 'ascii');
}
