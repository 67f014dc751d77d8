/** Brings a database to what this version needs: migrations, the stream, default policies, and the demo when wanted. */
import { ensurePolicies, ensureStream } from '@redress/domain/actions/setup-defaults';
import type { ActionContext } from '@redress/domain/actions/context';
import { Directory } from '@redress/domain/reads/directory';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { migrate } from '@redress/prisma/migrate';
import pg from 'pg';
import { discardHalfDemo, isEmpty, loadDemoOnce } from './demo/ensure-demo.ts';
import type { Log } from './log.ts';

export interface SetUpOptions {
  databaseUrl: string;
  /** Whether the demo company goes into a database that holds nobody yet. */
  demo: boolean;
  now: () => Date;
  log: Log;
}

/** Any number that nobody else locks in this database. */
const LOCK = 72707372;

/** Processes that start together take turns, so that defaults and demo are written once. */
export async function setUp({ databaseUrl, demo, now, log }: SetUpOptions): Promise<void> {
  await migrate(databaseUrl, { log: (message) => log.info(message) });
  const turn = new pg.Client({ connectionString: databaseUrl, application_name: 'redress set-up' });
  await turn.connect();
  const db = createDatabase(databaseUrl);
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await discardHalfDemo(db, log);
    await ensureStream(db, now());
    await ensurePolicies(await setUpContext(db, now));
    if (demo && (await isEmpty(db))) {
      log.info('loading the demo company; this takes a moment');
      await loadDemoOnce(db, now(), log);
    }
  } finally {
    await db.close();
    await turn.end();
  }
}

/** Who writes defaults: the product itself. */
export async function setUpContext(db: Database, now: () => Date): Promise<ActionContext> {
  return {
    db,
    principal: { kind: 'SYSTEM', name: 'setup' },
    origin: { via: 'setup', address: null, userAgent: null, requestId: null },
    now,
    directory: await Directory.load(db),
    idempotency: null,
  };
}
