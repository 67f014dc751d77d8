/**
 * Brings a database to what this version needs: migrations, the rights of the product's processes, the stream, default
 * policies, and the demo when wanted.
 */
import { ensureDefaults, ensureStream } from '@redress/domain/actions/setup-defaults';
import type { ActionContext } from '@redress/domain/actions/context';
import { Directory } from '@redress/domain/reads/directory';
import { admitApp } from '@redress/prisma/app-access';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { migrate } from '@redress/prisma/migrate';
import { migrateQueue } from '@redress/prisma/queue';
import pg from 'pg';
import { discardHalfDemo, isEmpty, loadDemoOnce } from './demo/ensure-demo.ts';
import type { Log } from './log.ts';

export interface SetUpOptions {
  /** Of the owner of the tables. */
  databaseUrl: string;
  /** As whom the product's processes connect; null: as the role that the owner's connection can switch to. */
  appUrl?: string | null;
  /** Whether the demo company goes into a database that holds nobody yet. */
  demo: boolean;
  now: () => Date;
  log: Log;
}

/** Any number that nobody else locks in this database. */
const LOCK = 72707372;

/**
 * Processes that start together take turns, so that defaults and demo are written once.
 *
 * @returns the connection string with which the product's processes work from here on.
 */
export async function setUp({ databaseUrl, appUrl = null, demo, now, log }: SetUpOptions): Promise<string> {
  await migrate(databaseUrl, { log: (message) => log.info(message) });
  const owner = new pg.Client({ connectionString: databaseUrl, application_name: 'redress set-up' });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await migrateQueue(databaseUrl);
    await discardHalfDemo(owner, log);
    const { url, keepsTheLog } = await admitApp(owner, databaseUrl, appUrl);
    if (!keepsTheLog) log.warn(UNKEPT);
    await fill(url, { demo, now, log });
    return url;
  } finally {
    await owner.end();
  }
}

const UNKEPT =
  'the audit trail is protected from mistakes, but not from this database user, who owns it: let DATABASE_URL name a user who owns nothing, and DATABASE_OWNER_URL the owner';

async function fill(url: string, { demo, now, log }: Pick<SetUpOptions, 'demo' | 'now' | 'log'>): Promise<void> {
  const db = createDatabase(url);
  try {
    await ensureStream(db, now());
    await ensureDefaults(await setUpContext(db, now));
    if (demo && (await isEmpty(db))) {
      log.info('loading the demo company; this takes a moment');
      await loadDemoOnce(db, now(), log);
    }
  } finally {
    await db.close();
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
