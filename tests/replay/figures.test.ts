import { complaintImport } from '@redress/domain/actions/complaint-import';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { readFigures } from '@redress/domain/reads/figures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'repair');
});
afterAll(() => server.stop());

const MINUTE = 60_000;

/** A complaint of this system that reached FOLLOWING_UP after so many minutes. */
async function resolvedAfter(minutes: number, id: string) {
  const begun = await server.seed
    .complaint({ external: { source: 'figures', id } })
    .routed('logistics')
    .claimed()
    .contacted()
    .moved('CONFIRMED')
    .moved('RESOLVING');
  server.time.advance(minutes * MINUTE);
  await moveTo(begun.uuid, 'FOLLOWING_UP', null);
  return begun.uuid;
}

async function moveTo(id: string, toStage: 'RESOLVING' | 'FOLLOWING_UP', reason: string | null): Promise<void> {
  const place = { afterId: null, beforeId: null, expectedVersion: null, override: false };
  const result = await complaintMove(server.seed.system, { id, toStage, reason, ...place });
  if (!result.ok) throw new Error(result.refusal.code);
}

test('[RP8] figures tell what the events say: who has it, how often it changed hands and came back, how long it took', async () => {
  for (const minutes of [10, 20, 30, 50]) await resolvedAfter(minutes, `after ${minutes}`);
  const again = await resolvedAfter(40, 'resolved twice');
  await moveTo(again, 'RESOLVING', '客户说没有修好');
  server.time.advance(60 * MINUTE);
  await moveTo(again, 'FOLLOWING_UP', null);
  const open = await resolvedAfter(5, 'open again');
  await moveTo(open, 'RESOLVING', '客户说没有修好');
  await server.seed
    .complaint({ external: { source: 'figures', id: 'on its way' } })
    .routed('logistics')
    .routed('repair');
  await server.seed.complaint({ external: { source: 'figures', id: 'nobody’s yet' } });
  await server.seed.complaint({ external: { source: 'elsewhere', id: '1' } }).routed('repair');
  const past = new Date(server.time.now().getTime() - 1_000 * MINUTE);
  const text = { subject: '旧单', description: '旧系统里的单', demand: null, place: null, about: null, customer: null };
  const words = { channel: 'PHONE', kind: 'COMPLAINT', severity: 'GENERAL', stage: 'CLOSED' } as const;
  const times = { consequences: [], occurredAt: null, receivedAt: past, claimedAt: null, closedAt: server.time.now() };
  const where = { categoryCode: null, departmentCode: 'repair', external: { source: 'figures', id: 'history' } };
  await complaintImport(server.seed.system, [{ ...text, ...words, ...times, ...where }], { history: true });

  const figures = await readFigures(server.db, { receivedFrom: null, receivedBefore: null, source: 'figures' });
  const [logistics, repair] = (await server.db.prisma.department.findMany({ orderBy: { code: 'asc' } })).map(
    ({ id }) => id,
  );
  const none = { count: 0, p50Ms: null, p90Ms: null };
  expect(figures).toEqual({
    complaints: 9,
    reassignments: 1,
    reopenings: 2,
    timeToResolve: { count: 5, p50Ms: 30 * MINUTE, p90Ms: 100 * MINUTE },
    departments: [
      {
        departmentId: logistics,
        complaints: 6,
        timeToResolve: { count: 5, p50Ms: 30 * MINUTE, p90Ms: 100 * MINUTE },
      },
      { departmentId: repair, complaints: 2, timeToResolve: none },
      { departmentId: null, complaints: 1, timeToResolve: none },
    ],
  });
  const before = { receivedFrom: null, receivedBefore: past, source: null };
  expect(await readFigures(server.db, before)).toMatchObject({ complaints: 0, timeToResolve: none, departments: [] });
  const since = { receivedFrom: new Date(past.getTime() + 1), receivedBefore: null, source: 'figures' };
  expect(await readFigures(server.db, since)).toMatchObject({ complaints: 8 });
});
