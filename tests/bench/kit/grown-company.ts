/** A company that has grown: the demo company's cases, multiplied (`redress grow`, docs/growth.md). */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grow } from '@redress/api/grow/grow';
import type { Growth } from '@redress/api/grow/plan';
import { createLog } from '@redress/api/log';
import { setUp, setUpContext } from '@redress/api/set-up';
import type { ActionContext } from '@redress/domain/actions/context';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { openEmbedded } from '@redress/prisma/embedded/open';

export interface GrownCompany {
  url: string;
  db: Database;
  ctx: ActionContext;
  close(): Promise<void>;
}

/**
 * While it is filled, nothing waits for the disk and nothing is written twice: a load that is cut short is thrown away
 * anyway. It is opened anew afterwards, with the product's own settings.
 */
const LOADING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

/**
 * Opens the company in a folder, and fills it first when that has not been done. `keeps`: closing it leaves the folder
 * there for the next time; filling one with a million complaints takes a quarter of an hour.
 */
export async function openGrownCompany(
  dataDir: string,
  growth: Growth,
  { keeps, tell }: { keeps: boolean; tell: (line: string) => void },
): Promise<GrownCompany> {
  const mark = join(dataDir, `grown-${JSON.stringify(growth).replace(/\W+/g, '-')}`);
  if (!existsSync(mark)) {
    await rm(dataDir, { recursive: true, force: true });
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    await fill(dataDir, growth, tell);
    await writeFile(mark, '');
  }
  const server = await openEmbedded({ dataDir });
  const db = createDatabase({ connectionString: server.url, max: 8 });
  return {
    url: server.url,
    db,
    ctx: await setUpContext(db, () => new Date()),
    async close() {
      await db.close();
      await server.release();
      if (!keeps) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function fill(dataDir: string, growth: Growth, tell: (line: string) => void): Promise<void> {
  const server = await openEmbedded({ dataDir, settings: LOADING });
  try {
    const now = () => new Date();
    await setUp({ databaseUrl: server.url, appUrl: server.appUrl, demo: true, now, log: createLog('fatal') });
    const { events, seconds } = await grow(server.url, growth, tell);
    tell(`${growth.closed} closed and ${growth.open} open complaints, ${events} events: ${seconds.toFixed(0)} s`);
  } finally {
    await server.release();
  }
}
