/**
 * The limit of a move over HTTP: a bare handler that runs the very statement of a card's place, for one card after the
 * other, without reading the request or deciding anything.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { COMMIT_ONE_SQL } from '@redress/domain/events/commit-one-sql';
import pg from 'pg';
import { listen } from './listen.ts';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const { rows: cards } = await pool.query<{ id: string; revision: number }>('SELECT "id", "revision" FROM "complaint"');

const facts = {
  stage: 'CONFIRMED',
  severity: 'GENERAL',
  channel: 'PHONE',
  departmentId: null,
  categoryCode: null,
  assigneeId: null,
  processOwnerId: null,
  receivedAt: new Date().toISOString(),
  isClaimed: false,
  isBreached: false,
  handoffPending: false,
  isContested: false,
  isEscalated: false,
  isOnHold: false,
  isRegulator: false,
};
const payload = { fromStage: 'CONFIRMED', toStage: 'CONFIRMED', override: false, waived: [], reopenedRound: null };

let turn = 0;

async function move(): Promise<string> {
  const card = cards[turn++ % cards.length]!;
  const at = new Date();
  const changeId = randomUUID();
  const event = {
    type: 'ComplaintMoved',
    v: 1,
    changeId,
    occurredAt: at,
    recordedAt: at,
    actorKind: 'SYSTEM',
    complaintId: card.id,
    round: 1,
    payload,
    before: facts,
    after: facts,
    accessBefore: [],
    accessAfter: [],
  };
  const audit = {
    changeId,
    at,
    action: 'complaintMove',
    principalKind: 'SYSTEM',
    via: 'api',
    complaintIds: [card.id],
    diff: { position: ['a0', 'a1'] },
  };
  const position = `a0${randomBytes(9).toString('hex')}V`;
  const place = [position, 'CONFIRMED', at, null, 1, card.revision + 1, null, false, [], []];
  const { rows } = await pool.query<{ epoch: string; last: string }>({
    name: 'commit_place',
    text: COMMIT_ONE_SQL,
    values: [card.id, card.revision, JSON.stringify([event]), JSON.stringify(audit), null, ...place],
  });
  if (rows[0] === undefined) throw new Error('somebody else was faster');
  card.revision += 1;
  return JSON.stringify({ position, cursor: `${rows[0].epoch}.${rows[0].last}` });
}

listen(
  createServer((request, response) => {
    request.resume();
    move().then(
      (text) =>
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length }).end(text),
      (error: unknown) => response.destroy(error as Error),
    );
  }),
);
