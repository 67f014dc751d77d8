import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type MigrationFile, readMigrations } from './migration-files.ts';
import { MigrationError } from './migration-error.ts';

export interface MigrateOptions {
  /** The folder of the migrations. Default: the one of this package. */
  readonly migrationsDir?: string;
  /** Hears the name of each migration that was applied. */
  readonly log?: (message: string) => void;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** The advisory lock that Prisma's own migrate takes, so that the two never run at once. */
const LOCK = 72707369;
const OLDEST_SERVER = 150000;

/** As Prisma makes it. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings a database up to the newest migration. Each migration is one transaction together with its row in
 * `_prisma_migrations`, so one that fails leaves nothing behind, and `prisma migrate deploy` can take over at any time.
 * Processes that start together take turns: the second finds nothing left to do. That one transaction rules out
 * CREATE INDEX CONCURRENTLY and a COMMIT inside a migration.
 *
 * @param url of the database, whose owner this has to be.
 * @returns the names of what was applied, in order.
 * @throws MigrationError when the database's history is not the beginning of ours, or a migration fails.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(options.migrationsDir);
  const client = new pg.Client({ connectionString: url, application_name: 'redress migrate' });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '2min'`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('RESET lock_timeout');
    await prepare(client);
    const pending = pendingOf(migrations, await readApplied(client));
    for (const migration of pending) {
      await apply(client, migration);
      options.log?.(`applied migration ${migration.name}`);
    }
    return pending.map((migration) => migration.name);
  } finally {
    // The end of the session gives the lock back.
    await client.end();
  }
}

/** Refuses a server that is too old, and a database that somebody else already lives in. */
async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; known: boolean; tables: number }>(`
    SELECT current_setting('server_version_num')::int AS version,
           to_regclass('"_prisma_migrations"') IS NOT NULL AS known,
           (SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()) AS tables`);
  const [found] = rows;
  if (!found) return;
  if (found.version < OLDEST_SERVER) {
    throw new MigrationError(
      'SERVER_TOO_OLD',
      `This PostgreSQL is version ${Math.floor(found.version / 10000)}; Redress needs 15 or newer.`,
    );
  }
  if (!found.known && found.tables > 0) {
    throw new MigrationError(
      'DATABASE_NOT_EMPTY',
      'This database holds tables that are not of Redress. Give Redress a database of its own.',
    );
  }
  // Who owns nothing may start where there is nothing left to do.
  if (!found.known) await client.query(BOOKKEEPING);
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows;
}

function pendingOf(migrations: readonly MigrationFile[], applied: readonly AppliedRow[]): MigrationFile[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const name = row.migration_name;
    const ours = known.get(name);
    if (!ours) {
      throw new MigrationError(
        'UNKNOWN_MIGRATION',
        `The database has the migration ${name}, which this version of Redress does not know. Start the newer version that made it.`,
        name,
      );
    }
    if (row.finished_at === null) {
      throw new MigrationError(
        'UNFINISHED_MIGRATION',
        `The migration ${name} was begun by another tool and never finished. Resolve it with "prisma migrate resolve" first.`,
        name,
      );
    }
    if (row.checksum !== ours.checksum) {
      throw new MigrationError(
        'CHECKSUM_CHANGED',
        `The migration ${name} was changed after it had been applied. Restore its file, and put the change into a new migration.`,
        name,
      );
    }
    known.delete(name);
  }
  return [...known.values()];
}

async function apply(client: pg.Client, migration: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    const startedAt = new Date();
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationError(
      'MIGRATION_FAILED',
      `The migration ${migration.name} failed: ${(error as Error).message}`,
      migration.name,
      { cause: error },
    );
  }
}
