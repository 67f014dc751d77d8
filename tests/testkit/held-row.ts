/** Playing two writers of one row against each other: both have read it before either of them writes. */
import { createDatabase } from '@redress/prisma/client';
import { expect } from 'vitest';

/**
 * Lets the acts come, one after the other, to where they write this row, and only then go on, in that order.
 *
 * @param ownerUrl as the owner of the tables: the product's own role can't lock what it does not change.
 */
export async function heldAt<T>(
  ownerUrl: string,
  table: string,
  id: string,
  acts: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const owner = createDatabase(ownerUrl);
  const holder = await owner.pool.connect();
  const waiting = async () => {
    const { rows } = await owner.pool.query<{ n: number }>(
      `SELECT count(*)::int AS "n" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows[0]!.n;
  };
  try {
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "${table}" WHERE "id" = $1 FOR UPDATE`, [id]);
    const underWay: Promise<T>[] = [];
    for (const one of acts) {
      underWay.push(one());
      await expect.poll(waiting).toBe(underWay.length);
    }
    await holder.query('COMMIT');
    return await Promise.all(underWay);
  } finally {
    holder.release(true);
    await owner.close();
  }
}
