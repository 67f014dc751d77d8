import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { migrateQueue } from './queue.ts';
import { defaultMigrationsDir, readMigrations } from './migration-files.ts';

/** A database that lives for one test. */
export interface ScratchDatabase {
  readonly url: string;
  /** Removes it, closing whatever is still connected to it. */
  drop(): Promise<void>;
}

/** Any number, the same for all who make templates on one server. */
const TEMPLATE_LOCK = 72707370;

/**
 * Makes an empty, migrated database in some 50 ms, by copying a template.
 *
 * @param adminUrl of any database of the server, as a user who may make databases.
 * @param template name of a database to copy. Default: the one that ensureTemplate() makes.
 */
export async function createScratchDatabase(adminUrl: string, template?: string): Promise<ScratchDatabase> {
  const source = template ?? (await ensureTemplate(adminUrl));
  const name = `scratch_${randomBytes(8).toString('hex')}`;
  await asAdmin(adminUrl, (admin) =>
    admin.query(`CREATE DATABASE "${name}" TEMPLATE ${admin.escapeIdentifier(source)}`),
  );
  return {
    url: inDatabase(adminUrl, name),
    drop: () =>
      asAdmin(adminUrl, async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))),
  };
}

const templates = new Map<string, Promise<string>>();

/**
 * The name of a database with all migrations applied and nothing in it, made when it is not there. It is named after
 * the migrations' checksums, so that a changed migration gets a new one. Processes that ask together make it once.
 */
export function ensureTemplate(adminUrl: string, migrationsDir: string = defaultMigrationsDir()): Promise<string> {
  const key = `${adminUrl}\n${migrationsDir}`;
  const known = templates.get(key);
  if (known) return known;
  const made = makeTemplate(adminUrl, migrationsDir);
  templates.set(key, made);
  made.catch(() => templates.delete(key));
  return made;
}

async function makeTemplate(adminUrl: string, migrationsDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, checksum } of await readMigrations(migrationsDir)) hash.update(`${name} ${checksum}\n`);
  const template = `redress_template_${hash.digest('hex').slice(0, 12)}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    // It gets its name last, so that one whose making was cut short is never taken for a whole one.
    const draft = `${template}_new`;
    await admin.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`);
    await admin.query(`CREATE DATABASE "${draft}"`);
    await migrate(inDatabase(adminUrl, draft), { migrationsDir });
    await migrateQueue(inDatabase(adminUrl, draft));
    await admin.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`);
  });
  return template;
}

async function asAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The same connection string for another database of the server. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
