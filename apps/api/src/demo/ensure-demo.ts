/**
 * The demo company, loaded once: an empty database gets it, and one whose loading was cut short (a kill, a full disk) is
 * emptied and loaded anew. Until it is whole, nobody else has been let in, so nothing of anybody's can be lost.
 */
import type { Database } from '@redress/prisma/client';
import type { Client } from 'pg';
import type { Log } from '../log.ts';
import { loadDemo } from './load.ts';

const KEY = 'demo';

type Progress = 'LOADING' | 'LOADED';

/** Whether the database holds nobody and nothing: the only state in which the demo may be loaded. */
export async function isEmpty({ prisma }: Database): Promise<boolean> {
  const [member, complaint] = await Promise.all([
    prisma.member.findFirst({ select: { id: true } }),
    prisma.complaint.findFirst({ select: { id: true } }),
  ]);
  return member === null && complaint === null;
}

/**
 * Empties a database in which the demo was half loaded; call it before anything else is set up. Its log goes with it,
 * which nobody has read: only the owner can do that, and only by setting aside what protects it.
 */
export async function discardHalfDemo(owner: Client, log: Log): Promise<void> {
  const { rows: marks } = await owner.query<{ value: Progress }>('SELECT "value" FROM "setting" WHERE "key" = $1', [
    KEY,
  ]);
  if (marks[0]?.value !== 'LOADING') return;
  log.warn('the loading of the demo was cut short; starting over');
  const { rows } = await owner.query<{ name: string }>(
    `SELECT quote_ident("tablename") AS "name" FROM pg_tables
     WHERE "schemaname" = current_schema() AND "tablename" <> '_prisma_migrations'`,
  );
  const guarded = ['event', 'audit'];
  await owner.query(`BEGIN;
    ${guarded.map((table) => `ALTER TABLE "${table}" DISABLE TRIGGER USER;`).join('\n')}
    TRUNCATE ${rows.map((row) => row.name).join(', ')};
    ${guarded.map((table) => `ALTER TABLE "${table}" ENABLE TRIGGER USER;`).join('\n')}
    COMMIT`);
}

/** Loads the demo, as of `now`, into a database that is empty. */
export async function loadDemoOnce(db: Database, now: Date, log: Log): Promise<void> {
  await mark(db, 'LOADING');
  await loadDemo(db, now, log);
  await mark(db, 'LOADED');
}

async function mark({ prisma }: Database, value: Progress): Promise<void> {
  await prisma.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}
