import { afterAll, beforeAll, expect, test } from 'vitest';
import { FuzzDatabase } from './database.ts';
import { runSeed } from './run-seed.ts';
import { KEPT_SEEDS } from './seeds.ts';

let database: FuzzDatabase;

beforeAll(async () => {
  database = await FuzzDatabase.open();
});

afterAll(() => database.close(false));

test.each(KEPT_SEEDS.filter(({ isBrief }) => isBrief))(
  '[FZ1] [FZ2] [FZ3] [FZ4] [FZ5] whatever fails, all boards end as the database is: seed $seed ($found)',
  async (kept) => {
    const report = await runSeed(database, kept);
    expect(report.written).toBeGreaterThan(10);
  },
  120_000,
);
