/**
 * Actions that add to one row of numbers would lose races to each other all the time, and of a hundred the last one a
 * hundred of them. Within a process they take turns instead; between processes the number still decides (races.ts).
 */
import type { Database } from '@redress/prisma/client';

const lines = new WeakMap<Database, Map<string, Promise<void>>>();

/** Does the work after all that was asked for under this key before has ended, however it ended. */
export async function inTurn<T>(db: Database, key: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(db) ?? new Map<string, Promise<void>>();
  lines.set(db, line);
  const before = line.get(key);
  const done = before === undefined ? work() : before.then(work);
  const over = done.then(nothing, nothing);
  line.set(key, over);
  try {
    return await done;
  } finally {
    if (line.get(key) === over) line.delete(key);
  }
}

function nothing(): void {
  // Whether it went well is told to who asked for it.
}
