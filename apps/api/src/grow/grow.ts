/**
 * Multiplies the cases that a database holds: each copy is the whole case, in all tables, at another time, under numbers
 * and ids of its own. So the data are what the product's actions write, whatever they come to write. What was there is
 * replaced.
 */
import pg from 'pg';
import { loadCopies } from './load.ts';
import { planCopies } from './plan.ts';
import type { Growth } from './plan.ts';
import { readCases } from './read-cases.ts';

export interface Grown {
  /** The number of the last event. */
  events: number;
  seconds: number;
}

/**
 * @param databaseUrl of a superuser, as the embedded database's owner is: foreign keys are not asked about each row. No
 *   server may be running on it, and at least one closed and one open case have to be there, where such are wanted.
 * @param tell hears about each table.
 */
export async function grow(databaseUrl: string, growth: Growth, tell: (line: string) => void): Promise<Grown> {
  const begun = performance.now();
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'redress grow' });
  await client.connect();
  try {
    const readAt = Date.now();
    const cases = await readCases(client);
    for (const closed of [true, false]) {
      if ((closed ? growth.closed : growth.open) === 0) continue;
      if (!cases.cases.some(({ closedAt }) => (closedAt !== null) === closed)) {
        throw new Error(`there is no ${closed ? 'closed' : 'open'} case to copy`);
      }
    }
    const copies = planCopies(cases.cases, growth, readAt);
    const onTable = (table: string, rows: number, seconds: number) => {
      if (rows > 0 || seconds >= 1)
        tell(`${table.padEnd(20)} ${String(rows).padStart(9)} rows ${seconds.toFixed(1).padStart(7)} s`);
    };
    const events = await loadCopies({ client, cases, copies, readAt, onTable });
    return { events, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    await client.end();
  }
}
