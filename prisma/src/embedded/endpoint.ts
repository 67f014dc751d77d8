import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { readFile, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import type { Layout } from './layout.ts';

/** The file that postgresql.conf includes. It is written anew at each start, so an upgrade's settings take effect. */
export const SETTINGS_FILE = 'redress.conf';

/** Where the server is heard: a socket in a folder of its own, or a port of the loopback interface. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly folder: string }
  | { readonly kind: 'loopback'; readonly port: number };

/** The superuser of the cluster. Only who can enter the socket's folder, or read the password's file, can be it. */
export const SUPERUSER = 'redress';

/** On a socket the port is only a part of the file's name; this one is what psql assumes. */
export const SOCKET_PORT = 5432;

/** A socket's path has to fit into 104 bytes with its final zero on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Prefers the data folder's own socket folder, then a short one in the system's temporary folder, and falls back to
 * loopback with a password: on Windows, and where no private folder can be had.
 */
export async function chooseEndpoint(layout: Layout, user: DatabaseUser | null): Promise<Endpoint> {
  if (process.platform !== 'win32') {
    const key = createHash('sha256').update(layout.dataDir).digest('hex').slice(0, 12);
    for (const folder of [layout.socket, join(tmpdir(), `redress-${key}`)]) {
      if (fits(folder) && makePrivate(folder, user)) return { kind: 'socket', folder };
    }
  }
  return { kind: 'loopback', port: await freePort(await lastPort(layout)) };
}

/** Removes a socket folder that was made outside the data folder, once the server has stopped. */
export async function leaveEndpoint(layout: Layout, endpoint: Endpoint | null | undefined): Promise<void> {
  if (endpoint?.kind !== 'socket' || endpoint.folder === layout.socket) return;
  // Not empty after a crash; the next server uses it again.
  await rmdir(endpoint.folder).catch(() => undefined);
}

/** The connection string of a database at this endpoint, fit for pg, Prisma and psql alike. */
export function urlOf(endpoint: Endpoint, database: string, password: string, user: string = SUPERUSER): string {
  if (endpoint.kind === 'loopback') {
    return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${endpoint.port}/${database}?sslmode=disable`;
  }
  return `postgresql://${user}@localhost:${SOCKET_PORT}/${database}?host=${encodeURIComponent(endpoint.folder)}&sslmode=disable`;
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH;
}

/**
 * Makes the folder, closed to everybody but the database user. False when somebody else was there first: in a shared
 * temporary folder another user could have made it in order to listen in.
 */
function makePrivate(folder: string, user: DatabaseUser | null): boolean {
  const [uid, gid] = [user?.uid ?? process.getuid?.(), user?.gid ?? process.getgid?.()];
  if (uid === undefined || gid === undefined) return false;
  try {
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
  }
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== uid) return false;
  if ((stat.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  return true;
}

/** The port of the last start, kept as long as it is free, so that connection strings outlive a crash; else 0. */
async function lastPort(layout: Layout): Promise<number> {
  const settings = await readFile(join(layout.cluster, SETTINGS_FILE), 'utf8').catch(() => '');
  return Number(/^listen_addresses = '127.*^port = '(\d+)'/ms.exec(settings)?.[1] ?? 0);
}

/** @param wanted 0 for any. */
function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted === 0 ? fail(error) : done(freePort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
