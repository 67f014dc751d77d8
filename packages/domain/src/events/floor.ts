/**
 * The floor of resumption: how far back a board may go on from its cursor. Only the floor moves; the events stay, for the
 * timeline, the audit and whoever asks later. It is no change of the product: nothing is decided by it, nobody is told,
 * and a board from before it loads again. So it is written by itself, beside `commit`.
 */
import type { Database } from '@redress/prisma/client';
import { streamHead } from './read.ts';

/** Moves the floor up to the last event before the moment; never back. Returns where it is. */
export async function raiseFloor(db: Database, before: Date): Promise<number> {
  const { floor, head } = await streamHead(db);
  const last = await lastBefore(db, before, floor, head);
  if (last > floor) await db.pool.query('UPDATE "stream" SET "floor" = greatest("floor", $1) WHERE "id" = 1', [last]);
  return last;
}

/** Numbers rise with time: some twenty looks by number, however long the log is. At least `low`. */
async function lastBefore(db: Database, before: Date, low: number, high: number): Promise<number> {
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { rows } = await db.pool.query<{ isBefore: boolean }>({
      name: 'floor_look',
      text: 'SELECT "recordedAt" < $2 AS "isBefore" FROM "event" WHERE "seq" = $1',
      values: [middle, before],
    });
    if (rows[0]?.isBefore === true) low = middle;
    else high = middle - 1;
  }
  return low;
}
