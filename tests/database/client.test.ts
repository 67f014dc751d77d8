import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, createDatabase } from '@redress/prisma/client';
import { type TemporaryServer, openTemporary } from '@redress/prisma/embedded/temporary';
import { type ScratchDatabase, createScratchDatabase } from '@redress/prisma/scratch';

let server: TemporaryServer;
let scratch: ScratchDatabase;
let database: Database;

beforeAll(async () => {
  server = await openTemporary();
  scratch = await createScratchDatabase(server.url);
  database = createDatabase(scratch.url);
});

afterAll(async () => {
  await database.close();
  await scratch.drop();
  await server.release();
});

describe('values from the database', () => {
  test('[DB11] raw statements give numbers for bigint, Dates in UTC, and days as text', async () => {
    const { rows } = await database.pool.query(`
      SELECT 9007199254740991 AS big, ARRAY[1, NULL]::bigint[] AS bigs, count(*) AS count,
             timestamptz '2026-03-01 08:00:00.123+08' AS zoned, timestamp '2026-03-01 08:00:00.123' AS plain, date '2026-03-01' AS day`);
    expect(rows).toEqual([
      {
        big: Number.MAX_SAFE_INTEGER,
        bigs: [1, null],
        count: 1,
        zoned: new Date('2026-03-01T00:00:00.123Z'),
        plain: new Date('2026-03-01T08:00:00.123Z'),
        day: '2026-03-01',
      },
    ]);
  });

  test('[DB11] a bigint that no number can hold is an error, never another number', async () => {
    await expect(database.pool.query('SELECT 9007199254740993')).rejects.toThrow(/9007199254740993/);
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('[DB11] Prisma reads the same moment, whatever zone the server is set to', async () => {
    const name = new URL(scratch.url).pathname.slice(1);
    await database.pool.query(`ALTER DATABASE "${name}" SET TimeZone = 'Asia/Shanghai'`);
    const other = createDatabase(scratch.url);
    const moment = new Date('2026-03-01T00:00:00.123Z');
    const [viaPrisma] = await other.prisma.$queryRaw<
      { at: Date; big: bigint }[]
    >`SELECT timestamptz '2026-03-01 08:00:00.123+08' AS at, 7::bigint AS big`;
    expect(viaPrisma).toEqual({ at: moment, big: 7n });
    const { rows } = await other.pool.query(`SELECT current_setting('TimeZone') AS zone`);
    expect(rows).toEqual([{ zone: 'UTC' }]);
    await other.close();
  });
});

describe('scratch databases', () => {
  test('[DB12] are migrated, empty, apart from each other, and gone after drop', async () => {
    const [one, two] = await Promise.all([createScratchDatabase(server.url), createScratchDatabase(server.url)]);
    expect(one.url).not.toBe(two.url);
    const first = createDatabase(one.url);
    const second = createDatabase(two.url);
    await first.pool.query(`CREATE TABLE mine (n int)`);
    expect(
      (await second.pool.query(`SELECT to_regclass('mine') AS mine, to_regclass('complaint') IS NOT NULL AS migrated`))
        .rows,
    ).toEqual([{ mine: null, migrated: true }]);
    await second.close();
    await two.drop();
    await first.close();
    await one.drop();
    const { rows } = await database.pool.query(`SELECT count(*) FROM pg_database WHERE datname = ANY($1)`, [
      [one, two].map(({ url }) => new URL(url).pathname.slice(1)),
    ]);
    expect(rows).toEqual([{ count: 0 }]);
  });
});
