/** What the benches stand on: a durable PostgreSQL of their own, with a company of one department and its cards. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintImport } from '@redress/domain/actions/complaint-import';
import type { ActionContext } from '@redress/domain/actions/context';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { ensureDefaults, ensureStream } from '@redress/domain/actions/setup-defaults';
import { Directory } from '@redress/domain/reads/directory';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { openEmbedded } from '@redress/prisma/embedded/open';
import { migrate } from '@redress/prisma/migrate';

export interface BenchCompany {
  url: string;
  db: Database;
  /** The product itself, acting. */
  ctx: ActionContext;
  close(): Promise<void>;
}

/** Opens it with so many cards in CONFIRMED. Writes wait for the disk, as in production. */
export async function openCompany(cards: number): Promise<BenchCompany> {
  const dataDir = join(tmpdir(), `redress-bench-${randomBytes(4).toString('hex')}`);
  await mkdir(dataDir, { mode: 0o755 });
  const server = await openEmbedded({ dataDir });
  await migrate(server.url);
  const db = createDatabase({ connectionString: server.url, max: 16 });
  const ctx = await seed(db, cards);
  return {
    url: server.url,
    db,
    ctx,
    async close() {
      await db.close();
      await server.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function seed(db: Database, cards: number): Promise<ActionContext> {
  await ensureStream(db, new Date());
  const ctx: ActionContext = {
    db,
    directory: await Directory.load(db),
    principal: { kind: 'SYSTEM', name: 'setup' },
    origin: { via: 'setup', address: null, userAgent: null, requestId: null },
    now: () => new Date(),
    idempotency: null,
  };
  await ensureDefaults(ctx);
  await directoryPut(ctx, {
    departments: [{ code: 'service', nameZh: '客服', nameEn: 'Service', shortZh: '客服', shortEn: 'Service' }],
  });
  const blank = { occurredAt: null, place: null, about: null, categoryCode: null, claimedAt: null, closedAt: null };
  await complaintImport(
    ctx,
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
