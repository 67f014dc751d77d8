/** What was stored before callers could be found is brought into the form in which they are. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderNumbersIn, orderToken } from '@redress/domain/rules/order-number';
import { normalisePhone } from '@redress/domain/rules/phone';
import { type TemporaryServer, openTemporary } from '@redress/prisma/embedded/temporary';
import { migrate } from '@redress/prisma/migrate';
import { defaultMigrationsDir } from '@redress/prisma/migration-files';
import { type ScratchDatabase, createScratchDatabase } from '@redress/prisma/scratch';

const PHONES = [
  ['13812345678', '+8613812345678', '008613812345678', '8613812345678', '02165432100', '+862165432100'],
  ['+8602165432100', '+864001234567', '00442079460000', '+442079460000', '8665432100', '12345+678', '110'],
].flat();
const ABOUTS = [
  ...['订单 YL-40429013，护理床', '订单yl40429013护理床', '退货单 ＲＴ－20914、小票 90218', '2026-11-20 的订单'],
  ...['冰箱 BCD-520，小票 4471', 'A–12345 和 A_12345'],
];

let server: TemporaryServer;
let database: ScratchDatabase;
let before: string;
beforeAll(async () => {
  server = await openTemporary();
  database = await createScratchDatabase(server.url, 'template0');
  before = await mkdtemp(join(tmpdir(), 'redress-migrations-'));
  const names = (await readdir(defaultMigrationsDir(), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of names.filter((entry) => entry.name < '20261122065900'))
    await cp(join(defaultMigrationsDir(), name), join(before, name), { recursive: true });
});
afterAll(async () => {
  await database?.drop();
  await rm(before, { recursive: true, force: true });
  await server?.release();
});

test('[RG7] [LK3] what is stored already is found as if it came today', async () => {
  await migrate(database.url, { migrationsDir: before });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    // Without the complaints that the texts belong to.
    await client.query('SET session_replication_role = replica');
    const ids = `('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
    await client.query(
      `INSERT INTO "customer" ("id", "phone", "createdAt") SELECT ${ids}, phone, now() FROM unnest($1::text[]) WITH ORDINALITY AS k(phone, n)`,
      [PHONES],
    );
    await client.query(
      `INSERT INTO "complaint_text" ("complaintId", "subject", "description", "about") SELECT ${ids}, '', '', about FROM unnest($1::text[]) WITH ORDINALITY AS k(about, n)`,
      [ABOUTS],
    );
    await client.query(
      `INSERT INTO "complaint_search" ("complaintId", "tokens") SELECT ${ids}, '{}' FROM generate_series(1, $1) AS n`,
      [ABOUTS.length],
    );
    await migrate(database.url);
    const customers = await client.query<{ phone: string }>('SELECT "phone" FROM "customer" ORDER BY "id"');
    expect(customers.rows.map(({ phone }) => phone)).toEqual(PHONES.map(normalisePhone));
    const texts = await client.query<{ tokens: string[] }>(
      'SELECT "tokens" FROM "complaint_search" ORDER BY "complaintId"',
    );
    expect(texts.rows.map(({ tokens }) => tokens.sort())).toEqual(
      ABOUTS.map((about) => orderNumbersIn(about).map(orderToken).sort()),
    );
  } finally {
    await client.end();
  }
});
