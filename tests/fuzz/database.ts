/** A PostgreSQL of the fuzz's own, which may die at any moment and is started again as the product does it. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutOf } from '@redress/prisma/embedded/layout';
import { openEmbedded } from '@redress/prisma/embedded/open';
import type { EmbeddedDatabase } from '@redress/prisma/embedded/open';
import { findPostmaster } from '@redress/prisma/embedded/postmaster';
import pg from 'pg';

/** What is committed has to outlive the server, though not the machine: it waits for its own writes, not for the disk. */
const SETTINGS = { fsync: 'off', max_connections: '200' };
/** A restart takes a second or two; a machine under load takes its time. */
const BACK_WITHIN_MS = 60_000;

export class FuzzDatabase {
  readonly url: string;
  readonly appUrl: string;
  /** For all that a run leaves behind. */
  readonly folder: string;
  readonly #server: EmbeddedDatabase;

  private constructor(server: EmbeddedDatabase, folder: string) {
    this.#server = server;
    this.url = server.url;
    this.appUrl = server.appUrl;
    this.folder = folder;
  }

  static async open(): Promise<FuzzDatabase> {
    const folder = join(tmpdir(), `redress-fuzz-${randomBytes(6).toString('hex')}`);
    await mkdir(folder, { mode: 0o755 });
    return new FuzzDatabase(await openEmbedded({ dataDir: folder, settings: SETTINGS }), folder);
  }

  /** Ends the server in the middle of whatever it does. `SIGQUIT` is its immediate stop; nothing survives `SIGKILL`. */
  kill(signal: 'SIGQUIT' | 'SIGKILL'): void {
    const running = findPostmaster(layoutOf(this.folder).cluster);
    if (running !== undefined) process.kill(running.pid, signal);
  }

  /** Resolves when it answers again. */
  async answers(): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      const client = new pg.Client({ connectionString: this.url });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query('SELECT 1');
        return;
      } catch (error) {
        if (performance.now() - startedAt > BACK_WITHIN_MS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** @param keep leaves the folder with the servers' logs. */
  async close(keep: boolean): Promise<void> {
    await this.#server.release();
    if (!keep) await rm(this.folder, { recursive: true, force: true });
  }
}
