/** What the benches stand on: a durable PostgreSQL of their own, with a company of one department and its cards. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@redress/api/log';
import { setUp, setUpContext } from '@redress/api/set-up';
import { complaintImport } from '@redress/domain/actions/complaint-import';
import type { ActionContext } from '@redress/domain/actions/context';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { openEmbedded } from '@redress/prisma/embedded/open';
import { postgresMeter } from './cpu.ts';

export interface BenchCompany {
  /** As the owner: for a server process, which sets up what is missing, and for limits. */
  url: string;
  db: Database;
  /** The product itself, acting. */
  ctx: ActionContext;
  /** CPU that PostgreSQL has spent so far, all of its processes, in milliseconds. */
  postgresCpuMs: () => number;
  close(): Promise<void>;
}

let version: string | null = null;

/** Of the PostgreSQL that was opened last; null before any was. */
export function postgresVersion(): string | null {
  return version;
}

/**
 * Opens it with so many cards in CONFIRMED. Writes wait for the disk, as in production.
 *
 * @param settings of PostgreSQL that differ from the product's.
 */
export async function openCompany(cards: number, settings: Record<string, string> = {}): Promise<BenchCompany> {
  const dataDir = join(tmpdir(), `redress-bench-${randomBytes(4).toString('hex')}`);
  await mkdir(dataDir, { mode: 0o755 });
  const server = await openEmbedded({ dataDir, settings });
  const now = () => new Date();
  await setUp({ databaseUrl: server.url, demo: false, now, log: createLog('fatal') });
  const db = createDatabase({ connectionString: server.url, max: 16 });
  const ctx = await seed(db, cards);
  const { rows } = await db.pool.query<{ pid: number; version: string }>(
    `SELECT pg_backend_pid() AS "pid", split_part(current_setting('server_version'), ' ', 1) AS "version"`,
  );
  version = rows[0]!.version;
  return {
    url: server.url,
    db,
    ctx,
    postgresCpuMs: postgresMeter(rows[0]!.pid),
    async close() {
      await db.close();
      await server.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function seed(db: Database, cards: number): Promise<ActionContext> {
  const ctx = await setUpContext(db, () => new Date());
  await directoryPut(ctx, {
    departments: [{ code: 'service', nameZh: '客服', nameEn: 'Service', shortZh: '客服', shortEn: 'Service' }],
  });
  const blank = { occurredAt: null, place: null, about: null, categoryCode: null, claimedAt: null, closedAt: null };
  await complaintImport(
    // Nobody is written to: the jobs would run while something else is measured.
    { ...ctx, madeUp: true, silent: true },
    Array.from({ length: cards }, (_, i) => ({
      ...blank,
      subject: `冰箱第 ${i} 次改期`,
      description: '约好上午送货，等到晚上也没有人来。',
      demand: '今天送到',
      channel: 'PHONE' as const,
      kind: 'COMPLAINT' as const,
      severity: 'GENERAL' as const,
      departmentCode: 'service',
      customer: { name: '王芳', phone: null, email: null, region: '上海', tier: null, group: null },
      consequences: [],
      external: { source: 'bench', id: String(i) },
      receivedAt: new Date(),
      stage: 'CONFIRMED' as const,
    })),
    { history: false },
  );
  return ctx;
}
