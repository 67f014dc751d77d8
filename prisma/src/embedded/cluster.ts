import { randomBytes } from 'node:crypto';
import { appendFile, chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedError } from './embedded-error.ts';
import { SETTINGS_FILE, SUPERUSER } from './endpoint.ts';
import type { Layout } from './layout.ts';
import { runProgram } from './run-program.ts';

const DRAFT = '.new-';

/**
 * Makes the cluster when there is none. initdb works in a draft folder that is renamed at its end, so that a crash in
 * the middle never leaves half a cluster behind. Call it under the lock.
 *
 * @throws EmbeddedError DATA_DIR_OTHER_VERSION, INIT_FAILED
 */
export async function ensureCluster(layout: Layout, binaries: Binaries, user: DatabaseUser | null): Promise<void> {
  const major = binaries.version.split('.')[0];
  const found = await readMajor(layout.cluster);
  if (found === major) return;
  if (found !== undefined) {
    throw new EmbeddedError(
      'DATA_DIR_OTHER_VERSION',
      `The data in ${layout.cluster} was written by PostgreSQL ${found}; this is PostgreSQL ${major}. Dump it with the old version and restore it into a new DATA_DIR.`,
    );
  }
  await removeDrafts(layout);
  // A name of its own: the initdb of a process that was killed may still be at work in the former draft.
  const draft = `${layout.cluster}${DRAFT}${randomBytes(4).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(layout.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) for (const path of [draft, layout.password]) await chown(path, user.uid, user.gid);
  const { status, output } = await runProgram(
    binaries.initdb,
    initdbArguments(draft, layout.password),
    user,
    user ? draft : layout.dataDir,
  );
  if (status !== 0)
    throw new EmbeddedError(
      'INIT_FAILED',
      `PostgreSQL could not make its data folder in ${layout.dataDir}:\n${output}`,
    );
  await appendFile(join(draft, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
  await rename(draft, layout.cluster);
}

/**
 * The built-in C.UTF-8 sorts by code point on every platform and every version of its C library: an index never goes
 * wrong when the system is upgraded.
 */
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
}

async function removeDrafts(layout: Layout): Promise<void> {
  const prefix = `${basename(layout.cluster)}${DRAFT}`;
  for (const name of await readdir(layout.dataDir)) {
    // What can't be removed yet (see above) does no harm until the next time.
    if (name.startsWith(prefix))
      await rm(join(layout.dataDir, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The cluster's major version, or undefined when there is no cluster. */
async function readMajor(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch {
    const others = await readdir(cluster).catch(() => []);
    if (others.length === 0) return undefined;
    throw new EmbeddedError(
      'INIT_FAILED',
      `The folder ${cluster} is not empty and holds no PostgreSQL data. Move it away, or set DATA_DIR to another folder.`,
    );
  }
}
