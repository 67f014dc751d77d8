import { createLog } from '@redress/api/log';
import { setUp } from '@redress/api/set-up';
import { admitApp } from '@redress/prisma/app-access';
import { APP_ROLE, actingAs } from '@redress/prisma/app-role';
import { type ScratchDatabase, createScratchDatabase, inDatabase } from '@redress/prisma/scratch';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const PERMISSION_DENIED = '42501';

let scratch: ScratchDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('adminUrl'));
  const appUrl = inDatabase(inject('appUrl'), new URL(scratch.url).pathname.slice(1));
  const url = await setUp({
    databaseUrl: scratch.url,
    appUrl,
    demo: false,
    now: () => new Date(),
    log: createLog('fatal'),
  });
  [owner, app] = await Promise.all([connect(scratch.url), connect(url)]);
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await scratch.drop();
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

const codeOf = (statement: Promise<unknown>) =>
  statement.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

/** Every way that SQL has of changing or removing rows. */
const rewrites = (table: string, key: string) => [
  `UPDATE "${table}" SET "${key}" = "${key}"`,
  `DELETE FROM "${table}"`,
  `TRUNCATE "${table}"`,
  `INSERT INTO "${table}" SELECT * FROM "${table}" ON CONFLICT ("${key}") DO UPDATE SET "${key}" = EXCLUDED."${key}"`,
  `MERGE INTO "${table}" t USING "${table}" s ON t."${key}" = s."${key}" WHEN MATCHED THEN DELETE`,
  `WITH gone AS (DELETE FROM "${table}" RETURNING *) SELECT count(*) FROM gone`,
];
const REWRITES = [...rewrites('event', 'seq'), ...rewrites('audit', 'changeId')];

describe('the log', () => {
  test.each(REWRITES)('[AU1] can be rewritten neither by the product nor by its owner: %s', async (statement) => {
    expect(await codeOf(app.query(statement))).toBe(PERMISSION_DENIED);
    expect(await codeOf(owner.query(statement))).toBe(PERMISSION_DENIED);
  });

  test('[AU1] what stands in it is not written over by a copy either', async () => {
    const { rows } = await owner.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "audit"');
    expect(rows[0]!.count).toBeGreaterThan(0);
    const again = `INSERT INTO "audit" SELECT * FROM "audit" LIMIT 1`;
    expect(await codeOf(app.query(again))).toBe('23505');
  });

  test('[AU2] its protection can’t be taken off by the role that works', async () => {
    for (const statement of [
      'ALTER TABLE "audit" DISABLE TRIGGER ALL',
      'DROP TRIGGER "audit_kept" ON "audit"',
      'DROP TABLE "audit"',
      'ALTER FUNCTION "keep_the_log"() RENAME TO "gone"',
      'CREATE OR REPLACE FUNCTION "keep_the_log"() RETURNS trigger LANGUAGE sql AS $$ $$',
      'SET session_replication_role = replica',
      `SET ROLE ${owner.escapeIdentifier(owner.user ?? '')}`,
    ]) {
      const code = await codeOf(app.query(statement));
      expect(code, statement).toBeDefined();
      expect(code, statement).not.toBe('done');
    }
    expect(await codeOf(app.query('DELETE FROM "audit"'))).toBe(PERMISSION_DENIED);
  });
});

describe('the role that works', () => {
  test('[AU2] owns nothing, and may do what work needs and no more', async () => {
    const { rows } = await app.query<{ name: string; may: string }>(
      `SELECT c."relname" AS "name", string_agg(p, ' ' ORDER BY p) AS "may"
       FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
       WHERE c."relnamespace" = 'public'::regnamespace AND c."relkind" = 'r' AND has_table_privilege(c."oid", p)
       GROUP BY 1`,
    );
    const may = Object.fromEntries(rows.map((row) => [row.name, row.may]));
    expect(may).toMatchObject({ event: 'INSERT SELECT', audit: 'INSERT SELECT', _prisma_migrations: 'SELECT' });
    const { event: _, audit: __, _prisma_migrations: ___, ...others } = may;
    expect(new Set(Object.values(others))).toEqual(new Set(['DELETE INSERT SELECT UPDATE']));
    const { rows: owned } = await app.query('SELECT 1 FROM pg_class WHERE "relowner" = current_user::regrole');
    expect(owned).toEqual([]);
    expect(await codeOf(app.query('CREATE TABLE "mine" ("n" int)'))).toBe(PERMISSION_DENIED);
  });

  test('[AU2] a later table is its own to work with after the next set-up, a queue’s too, whatever its row security', async () => {
    await owner.query(`CREATE TABLE "later" ("n" int);
      CREATE TABLE "graphile_worker"."job" ("id" serial PRIMARY KEY);
      ALTER TABLE "graphile_worker"."job" ENABLE ROW LEVEL SECURITY`);
    expect(await codeOf(app.query('INSERT INTO "later" VALUES (1)'))).toBe(PERMISSION_DENIED);
    await admitApp(owner, scratch.url, null);
    await app.query('INSERT INTO "later" VALUES (1); INSERT INTO "graphile_worker"."job" DEFAULT VALUES');
    const { rows } = await app.query('DELETE FROM "graphile_worker"."job" RETURNING "id"');
    expect(rows).toEqual([{ id: 1 }]);
  });

  test('[AU3] processes that sign in as the owner switch to it at once', async () => {
    const { url, keepsTheLog } = await admitApp(owner, scratch.url, null);
    expect(url).toBe(actingAs(scratch.url, APP_ROLE));
    expect(keepsTheLog).toBe(true);
    const switched = await connect(url);
    expect((await switched.query('SELECT current_user AS "user"')).rows).toEqual([{ user: APP_ROLE }]);
    expect(await codeOf(switched.query('DELETE FROM "audit"'))).toBe(PERMISSION_DENIED);
    await switched.end();
  });

  test('[AU3] a user of one’s own is given the same; where it owns the log after all, that is said', async () => {
    const own = `own_${new URL(scratch.url).pathname.slice(-8)}`;
    await owner.query(`CREATE ROLE "${own}" LOGIN PASSWORD 'of its own'`);
    const ownUrl = new URL(inDatabase(inject('appUrl'), new URL(scratch.url).pathname.slice(1)));
    ownUrl.username = own;
    ownUrl.password = encodeURIComponent('of its own');
    try {
      expect(await admitApp(owner, scratch.url, ownUrl.href)).toEqual({ url: ownUrl.href, keepsTheLog: true });
      const client = await connect(ownUrl.href);
      expect(await codeOf(client.query('SELECT 1 FROM "complaint"'))).toBe('done');
      expect(await codeOf(client.query('DELETE FROM "event"'))).toBe(PERMISSION_DENIED);
      await client.end();
      expect(await admitApp(owner, scratch.url, scratch.url)).toEqual({ url: scratch.url, keepsTheLog: false });
    } finally {
      await owner.query(`DROP OWNED BY "${own}"; DROP ROLE "${own}"`);
    }
  });

  test('[AU3] who owns nothing starts where there is nothing left to bring up to date', async () => {
    const appUrl = inDatabase(inject('appUrl'), new URL(scratch.url).pathname.slice(1));
    expect(await setUp({ databaseUrl: appUrl, demo: false, now: () => new Date(), log: createLog('fatal') })).toBe(
      appUrl,
    );
  });

  test('[AU3] an owner who may not make roles works on, protected from mistakes alone', async () => {
    const plain = `plain_${new URL(scratch.url).pathname.slice(-8)}`;
    await owner.query(`CREATE ROLE "${plain}" LOGIN PASSWORD 'plain'`);
    await owner.query(`CREATE DATABASE "${plain}" OWNER "${plain}" TEMPLATE template0`);
    const url = new URL(inDatabase(inject('appUrl'), plain));
    url.username = plain;
    url.password = 'plain';
    const warned: string[] = [];
    const log = createLog('fatal');
    log.warn = ((message: string) => void warned.push(message)) as typeof log.warn;
    try {
      expect(await setUp({ databaseUrl: url.href, demo: false, now: () => new Date(), log })).toBe(url.href);
      expect(warned).toEqual([expect.stringContaining('DATABASE_OWNER_URL')]);
      const client = await connect(url.href);
      expect(await codeOf(client.query('DELETE FROM "audit"'))).toBe(PERMISSION_DENIED);
      await client.end();
    } finally {
      await owner.query(`DROP DATABASE "${plain}" WITH (FORCE)`);
      await owner.query(`DROP ROLE "${plain}"`);
    }
  });
});

describe('a demo that was half loaded', () => {
  test('[AU2] is discarded with its log, by the owner, and the log is kept again afterwards', async () => {
    await owner.query(`INSERT INTO "setting" ("key", "value") VALUES ('demo', '"LOADING"')`);
    const appUrl = inDatabase(inject('appUrl'), new URL(scratch.url).pathname.slice(1));
    const before = (await owner.query<{ epoch: string }>('SELECT "epoch" FROM "stream"')).rows[0]!.epoch;
    const later = new Date(Date.now() + 60_000);
    await setUp({ databaseUrl: scratch.url, appUrl, demo: false, now: () => later, log: createLog('fatal') });
    const { rows } = await owner.query<{ epoch: string; head: number }>(
      'SELECT "epoch", "head"::int AS "head" FROM "stream"',
    );
    expect(rows[0]!.epoch).not.toBe(before);
    const { rows: logged } = await owner.query(
      'SELECT count(*)::int AS "count", max("seq")::int AS "last" FROM "event"',
    );
    expect(logged).toEqual([{ count: rows[0]!.head, last: rows[0]!.head }]);
    expect(await codeOf(owner.query('DELETE FROM "event"'))).toBe(PERMISSION_DENIED);
  });
});
