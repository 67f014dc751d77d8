import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { APP_ROLE } from '../app-role.ts';
import { locateBinaries, reachableBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { chooseDatabaseUser } from './database-user.ts';
import { urlOf } from './endpoint.ts';
import { layoutOf } from './layout.ts';
import { returnLease, takeLease } from './leases.ts';
import { withLock } from './lock.ts';
import { ensureDatabase, ensureRole } from './probe.ts';
import { openDataDir } from './reach.ts';
import { type Server, ensureRunning, stop } from './server.ts';
import { keepRunning } from './watch.ts';

export interface OpenEmbeddedOptions {
  /** The folder for everything of this database. Made when it is not there. */
  readonly dataDir: string;
  /** Hears what an operator may want to know: adopted, started, started again. */
  readonly log?: (message: string) => void;
  /** Settings of PostgreSQL that differ from the defaults, e.g. `{ fsync: 'off' }` for a test. They hold from a start on. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The database to connect to; made when it is not there. Default `redress`. */
  readonly database?: string;
}

/** A lease on the embedded server. */
export interface EmbeddedDatabase {
  /** Connection string for pg, Prisma and psql, as the owner. It may change when the server is started anew. */
  readonly url: string;
  /** The same for the product's processes, as the role that owns nothing. */
  readonly appUrl: string;
  /** Gives the lease back; the last one out stops the server. May be called twice. */
  release(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL in a data folder: makes it, starts it or adopts the one that runs, and holds a lease on
 * it until `release`. Several processes may hold one at a time. While it is held, a server that dies is started again.
 *
 * A process that is killed leaves the server running, and its lease counts for nothing from then on: the next one to
 * open adopts the server.
 *
 * @throws EmbeddedError with a message for the operator.
 */
export async function openEmbedded(options: OpenEmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log = () => undefined, settings = {}, database = 'redress' } = options;
  const layout = layoutOf(options.dataDir);
  const user = chooseDatabaseUser(layout);
  await openDataDir(layout.dataDir, user);
  const located = await locateBinaries();

  return withLock(layout.lock, async () => {
    const binaries = await reachableBinaries(located, user, layout);
    const server: Server = { layout, binaries, user, settings, log };
    await ensureCluster(layout, binaries, user);
    const endpoint = await ensureRunning(server);
    const password = (await readFile(layout.password, 'utf8')).trim();
    const adminUrl = urlOf(endpoint, 'postgres', password);
    const appPassword = passwordOfApp(password);
    await ensureDatabase(adminUrl, database);
    await ensureRole(adminUrl, appPassword);
    const lease = await takeLease(layout.leases);
    const watch = keepRunning(server);

    let released: Promise<void> | undefined;
    const release = async () => {
      await watch.end();
      await withLock(layout.lock, async () => {
        if ((await returnLease(layout.leases, lease)) === 0) await stop(server);
      });
    };
    return {
      url: urlOf(endpoint, database, password),
      appUrl: urlOf(endpoint, database, appPassword, APP_ROLE),
      release: () => (released ??= release()),
    };
  });
}

/** Follows from the owner's, so that it needs no file of its own; the owner's does not follow from it. */
function passwordOfApp(ownerPassword: string): string {
  return createHash('sha256').update(`${APP_ROLE} ${ownerPassword}`).digest('base64url');
}
