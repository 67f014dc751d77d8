/** Keeps the product's own clock still while a replay turns the hands. */
import type { Database } from '@redress/prisma/client';
import { CLOCK_LOCK } from '../clock/leadership.ts';

/**
 * Takes the place of the process that leads the clock: to a clock of today, every deadline of the log would be long
 * overdue. Gives how to let go of it; null when a server is running, whose clock leads already.
 */
export async function holdClock({ pool }: Database): Promise<(() => void) | null> {
  const connection = await pool.connect();
  const { rows } = await connection.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS "held"', [CLOCK_LOCK]);
  if (rows[0]?.held === true) return () => connection.release(true);
  connection.release();
  return null;
}
