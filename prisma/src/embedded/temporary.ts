import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, openEmbedded } from './open.ts';

/** A server in a folder of its own below the system's temporary folder, for tests and checks. */
export interface TemporaryServer extends EmbeddedDatabase {
  readonly dataDir: string;
}

/** Many servers of the product stand on one at once, each with connections of its own for requests, events, clock and jobs. */
const CONNECTIONS = '300';

/**
 * Opens a server whose data nobody will miss: it does not wait for the disk, and `release` removes its folder. The
 * folder can be entered by all (unlike one of mkdtemp), since as root another user runs PostgreSQL.
 */
export async function openTemporary(log?: (message: string) => void): Promise<TemporaryServer> {
  const dataDir = join(tmpdir(), `redress-${randomBytes(6).toString('hex')}`);
  await mkdir(dataDir, { mode: 0o755 });
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: CONNECTIONS };
  const server = await openEmbedded({ dataDir, settings, log });
  return {
    dataDir,
    url: server.url,
    appUrl: server.appUrl,
    async release() {
      await server.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
