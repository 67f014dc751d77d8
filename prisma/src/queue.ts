/** The job queue: graphile-worker's tables, in a schema of their own beside the product's (docs/adr/0010). */
import { Logger, runMigrations } from 'graphile-worker';

/**
 * Brings the queue's tables to what this version works with. Two at once would refuse each other: call it under a lock.
 *
 * @param url of the database, whose owner this has to be.
 */
export async function migrateQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, maxPoolSize: 1, logger: new Logger(() => () => undefined) });
}
