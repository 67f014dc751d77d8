/** The limit of a board load: node:http over one json_agg statement, or over bytes that never change. */
import { createServer } from 'node:http';
import pg from 'pg';
import { listen } from './listen.ts';

const BOARD = `SELECT json_agg(json_build_object('id', c."id", 'number', c."number", 'version', c."version",
    'revision', c."revision", 'position', c."position", 'subject', t."subject", 'demand', t."demand",
    'channel', c."channel", 'severity', c."severity", 'stage', c."stage", 'isBreached', c."isBreached",
    'receivedAt', c."receivedAt", 'departmentId', c."departmentId", 'assigneeId', c."assigneeId",
    'nextDeadline', (SELECT json_build_object('kind', d."kind", 'dueAt', d."dueAt") FROM "deadline" d
      WHERE d."complaintId" = c."id" AND d."state" = 'OPEN' ORDER BY d."dueAt" LIMIT 1),
    'pendingHandoffId', c."pendingHandoffId") ORDER BY c."stage", c."position")::text AS "json"
  FROM "complaint" c JOIN "complaint_text" t ON t."complaintId" = c."id" WHERE c."stage" <> 'CLOSED'`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const load = async () =>
  Buffer.from((await pool.query<{ json: string }>({ name: 'board', text: BOARD })).rows[0]!.json);
const kept = await load();

listen(
  createServer((request, response) => {
    const answer = (body: Buffer) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    if (request.url === '/bytes') answer(kept);
    else load().then(answer, (error: unknown) => response.destroy(error as Error));
  }),
);
