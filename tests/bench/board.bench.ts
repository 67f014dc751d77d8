/**
 * The board of 500 cards over HTTP, through the contract and its permissions, against one json_agg statement behind
 * node:http (docs/adr/0004). Both serve from this process, and the client is here too: the ratio counts.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '@redress/api/app';
import { systemTime } from '@redress/api/clock/time-source';
import { createLog } from '@redress/api/log';
import { tokenCreate } from '@redress/domain/actions/token-change';
import type { Database } from '@redress/prisma/client';
import { openCompany } from './bench-company.ts';
import { compare, report } from './compare.ts';

const CARDS = 500;

const QUERY = `{ board { cursor columns { stage totalCount complaints(first: ${CARDS}) { nodes {
  id number version revision position subject demand channel severity stage isBreached receivedAt
  department { id code } assignee { id name } nextDeadline { kind dueAt } pendingHandoff { id } } } } } }`;

const LIMIT = `SELECT json_agg(json_build_object('id', c."id", 'number', c."number", 'version', c."version",
    'revision', c."revision", 'position', c."position", 'subject', t."subject", 'demand', t."demand",
    'channel', c."channel", 'severity', c."severity", 'stage', c."stage", 'isBreached', c."isBreached",
    'receivedAt', c."receivedAt", 'departmentId', c."departmentId", 'assigneeId', c."assigneeId",
    'nextDeadline', (SELECT json_build_object('kind', d."kind", 'dueAt', d."dueAt") FROM "deadline" d
      WHERE d."complaintId" = c."id" AND d."state" = 'OPEN' ORDER BY d."dueAt" LIMIT 1),
    'pendingHandoffId', c."pendingHandoffId") ORDER BY c."stage", c."position")::text AS "json"
  FROM "complaint" c JOIN "complaint_text" t ON t."complaintId" = c."id" WHERE c."stage" <> 'CLOSED'`;

export async function bench(): Promise<void> {
  const { url, db, ctx, close } = await openCompany(CARDS);
  const { token } = await tokenCreate(ctx, { name: 'bench', scopes: ['READ'], expiresAt: null });
  const limit = await serveLimit(db);
  const app = await startApp({
    databaseUrl: url,
    host: '127.0.0.1',
    port: 0,
    files: { folder: join(tmpdir(), `redress-bench-${process.pid}`), s3: null },
    boardDir: '/nonexistent',
    publicOrigins: [],
    trustProxy: false,
    time: systemTime,
    log: createLog('fatal'),
  });
  try {
    for (const writers of [1, 16]) {
      const rates = await compare(
        [
          { name: 'limit: node:http and one json_agg statement', run: () => read(limit.url) },
          { name: 'board { … } over GraphQL', run: () => ask(app.url, token) },
        ],
        { writers, rounds: 3, turnMs: 2_000 },
      );
      report(`boards of ${CARDS} cards, ${writers} client${writers === 1 ? '' : 's'}`, rates);
    }
  } finally {
    await app.stop();
    limit.close();
    await close();
  }
}

async function serveLimit(db: Database): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    db.pool
      .query<{ json: string }>({ name: 'bench_board', text: LIMIT })
      .then(({ rows }) => response.setHeader('content-type', 'application/json').end(rows[0]!.json))
      .catch((error: unknown) => response.destroy(error as Error));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Answers are checked: a fast error is no board. */
async function read(url: string): Promise<void> {
  const cards = (await (await fetch(url)).json()) as unknown[];
  if (cards.length !== CARDS) throw new Error(`${cards.length} cards`);
}

async function ask(url: string, token: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: QUERY }) });
  const { data } = (await response.json()) as { data: { board: { columns: { complaints: { nodes: unknown[] } }[] } } };
  const count = data.board.columns.reduce((sum, { complaints }) => sum + complaints.nodes.length, 0);
  if (count !== CARDS) throw new Error(`${count} cards`);
}
