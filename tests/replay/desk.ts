/** A place to replay at: a database and a folder of its own, and the command as a person types it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { replayCommand } from '@redress/api/replay/command';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { createScratchDatabase } from '@redress/prisma/scratch';
import { inject, vi } from 'vitest';

export const SAMPLE = resolve(import.meta.dirname, '../fixtures/replay/incident-sample.csv');

export interface ReplayDesk {
  db: Database;
  /** Runs the command on a log; gives its exit code and what it said. */
  replay(log: string, ...args: string[]): Promise<{ code: number; out: string; err: string }>;
  /** The same on a file. */
  replayFile(path: string, ...args: string[]): Promise<{ code: number; out: string; err: string }>;
  rows<T extends object>(sql: string): Promise<T[]>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<ReplayDesk> {
  const scratch = await createScratchDatabase(inject('adminUrl'));
  const folder = await mkdtemp(join(tmpdir(), 'redress-replay-'));
  const db = createDatabase({ connectionString: scratch.url, max: 2 });
  const replayFile = async (path: string, ...args: string[]) => {
    vi.stubEnv('DATABASE_URL', scratch.url);
    const said = { out: '', err: '' };
    const io = {
      stdout: { write: (text: string) => void (said.out += text) },
      stderr: { write: (text: string) => void (said.err += text) },
    };
    const code = await replayCommand([path, '--source', 'log', ...args], io).finally(() => vi.unstubAllEnvs());
    return { code, ...said };
  };
  return {
    db,
    replayFile,
    async replay(log, ...args) {
      const path = join(folder, 'log.csv');
      await writeFile(path, log);
      return replayFile(path, ...args);
    },
    rows: async <T extends object>(sql: string) => (await db.pool.query<T>(sql)).rows,
    async close() {
      await db.close();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
