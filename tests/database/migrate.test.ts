import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TemporaryServer, openTemporary } from '@redress/prisma/embedded/temporary';
import { migrate } from '@redress/prisma/migrate';
import { readMigrations } from '@redress/prisma/migration-files';
import { type ScratchDatabase, createScratchDatabase } from '@redress/prisma/scratch';

let server: TemporaryServer;
let database: ScratchDatabase;
let migrationsDir: string;

beforeAll(async () => {
  server = await openTemporary();
});

afterAll(() => server.release());

beforeEach(async () => {
  database = await createScratchDatabase(server.url, 'template0');
  migrationsDir = await mkdtemp(join(tmpdir(), 'redress-migrations-'));
  await write('20260101000000_first', 'CREATE TABLE first (n int);');
  await write('20260102000000_second', 'ALTER TABLE first ADD COLUMN m int; INSERT INTO first VALUES (1, 2);');
});

afterEach(async () => {
  await database.drop();
  await rm(migrationsDir, { recursive: true, force: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(migrationsDir, name), { recursive: true });
  await writeFile(join(migrationsDir, name, 'migration.sql'), sql);
}

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const run = () => migrate(database.url, { migrationsDir });

describe('migrations', () => {
  test('[DB7] are applied in order, once, and written down as Prisma does', async () => {
    expect(await run()).toEqual(['20260101000000_first', '20260102000000_second']);
    expect(await query('SELECT * FROM first')).toEqual([{ n: 1, m: 2 }]);
    expect(await run()).toEqual([]);
    await write('20260103000000_third', 'DROP TABLE first;');
    expect(await run()).toEqual(['20260103000000_third']);
    const rows = await query(
      'SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1',
    );
    const files = await readMigrations(migrationsDir);
    expect(rows).toEqual(
      files.map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1, finished: true })),
    );
    expect(files[0]?.checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  test('[DB7] processes that start at once apply each migration once', async () => {
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual(['20260101000000_first', '20260102000000_second']);
  });

  test('[DB8] one that was changed after it had been applied is refused by name', async () => {
    await run();
    await write('20260101000000_first', 'CREATE TABLE first (n bigint);');
    await write('20260103000000_third', 'DROP TABLE first;');
    await expect(run()).rejects.toMatchObject({ code: 'CHECKSUM_CHANGED', migration: '20260101000000_first' });
    expect(await query('SELECT n FROM first')).toHaveLength(1);
  });

  test('[DB8] a database that is newer than the code is refused', async () => {
    await run();
    await rm(join(migrationsDir, '20260102000000_second'), { recursive: true });
    await expect(run()).rejects.toMatchObject({ code: 'UNKNOWN_MIGRATION', migration: '20260102000000_second' });
  });

  test('[DB8] one that another tool left half applied is refused until it is resolved', async () => {
    await run();
    await query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '20260102000000_second'`);
    await expect(run()).rejects.toMatchObject({ code: 'UNFINISHED_MIGRATION' });
    await query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '20260102000000_second'`);
    await query('ALTER TABLE first DROP COLUMN m');
    expect(await run()).toEqual(['20260102000000_second']);
  });

  test('[DB8] a database that somebody else lives in is refused and left alone', async () => {
    await query('CREATE TABLE theirs (n int)');
    await expect(run()).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
    expect(await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([
      { tablename: 'theirs' },
    ]);
  });

  test('[DB9] one that fails leaves nothing of itself, and those before it stay', async () => {
    await write('20260103000000_third', 'CREATE TABLE third (n int); INSERT INTO third VALUES (1); SELECT 1 / 0;');
    await expect(run()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      migration: '20260103000000_third',
      message: expect.stringContaining('division by zero'),
    });
    expect(await query(`SELECT to_regclass('third') AS third`)).toEqual([{ third: null }]);
    await write('20260103000000_third', 'CREATE TABLE third (n int);');
    expect(await run()).toEqual(['20260103000000_third']);
  });

  test('[DB9] those of the product apply to an empty database', async () => {
    const names = (await readMigrations()).map((migration) => migration.name);
    expect(await migrate(database.url)).toEqual(names);
    expect(names.length).toBeGreaterThan(0);
  });
});

describe('what keeps the schema honest', () => {
  test('[DB10] the snapshot beside the migrations is the schema they were written for', async () => {
    const home = join(import.meta.dirname, '../../prisma');
    const [schema, snapshot] = await Promise.all([
      readFile(join(home, 'schema.prisma'), 'utf8'),
      readFile(join(home, 'migrations/schema.snapshot.prisma'), 'utf8'),
    ]);
    expect(snapshot, 'Write the missing migration: pnpm --filter @redress/prisma run migration NAME').toBe(schema);
  });
});
