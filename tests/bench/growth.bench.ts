/**
 * What people and the clock do all day, in a company of 10,000 open complaints, and in the same company after years: with
 * all that it ever closed, and every event of it. Both show the same closed cards on their boards, those of thirty days.
 * GROWTH_CLOSED says how many were closed (100,000 unless told); GROWTH_DIR names a folder in which both databases stay
 * for the next time (docs/growth.md).
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { tokenCreate } from '@redress/domain/actions/token-change';
import { readBoard } from '@redress/domain/reads/board';
import { listComplaints } from '@redress/domain/reads/complaint-list';
import { loadTimelines, parseTimelinePage } from '@redress/domain/reads/timeline';
import { NO_FILTER } from '@redress/domain/rules/filter';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Database } from '@redress/prisma/client';
import type { Growth } from '@redress/api/grow/plan';
import { encodeId } from '@redress/schema/ids';
import { startServer } from './kit/child.ts';
import type { Child } from './kit/child.ts';
import { compare, report, timesAsFast } from './kit/compare.ts';
import type { Contender } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { openGrownCompany } from './kit/grown-company.ts';
import type { GrownCompany } from './kit/grown-company.ts';
import { graphqlRequest } from './kit/http-client.ts';
import { countIn, httpContender } from './kit/http-load.ts';
import { explainWork } from './kit/plans.ts';
import { print } from './kit/transcript.ts';

const OPEN = 10_000;
const RECENT = 2_000;
const CLOSED = Number(process.env['GROWTH_CLOSED'] ?? 100_000);
const GROWN: Growth = { closed: CLOSED, recent: RECENT, open: OPEN, eventsEach: 20, years: 3, seed: 1 };
/** A growth beyond this would be felt. */
const TARGET = { atMost: 1.2 };

const BOARD = `{ board { cursor columns { stage totalCount complaints(first: 500) { nodes {
  id number version revision position subject demand channel severity stage isBreached receivedAt
  department { id code } assignee { id name } nextDeadline { kind dueAt } pendingHandoff { id } } } } } }`;
const SEARCH = `query ($text: String!) { complaints(first: 20, filter: { text: $text }) { nodes { id number subject stage } } }`;
const TIMELINE = `query ($id: ID!) { complaint(by: { id: $id }) { number timeline(first: 50) { nodes { __typename occurredAt } } } }`;
const MOVE = `mutation ($id: ID!, $stage: Stage!) { complaintMove(input: { id: $id, toStage: $stage }) {
  __typename ... on ComplaintMovePayload { cursor complaint { id position } } } }`;
const CLAIM = `mutation ($id: ID!) { complaintClaim(input: { id: $id }) {
  __typename ... on ComplaintClaimPayload { cursor complaint { id claimedAt } } } }`;

interface Side {
  name: string;
  company: GrownCompany;
  server: Child;
  token: string;
  open: { id: string; number: string; stage: string }[];
  closed: { id: string; number: string }[];
  unclaimed: string[];
}

export async function bench(): Promise<Finding[]> {
  const keeps = process.env['GROWTH_DIR'] !== undefined;
  const folder = process.env['GROWTH_DIR'] ?? join(tmpdir(), `redress-bench-growth-${process.pid}`);
  const sides: Side[] = [];
  try {
    sides.push(await open(`${OPEN} open`, join(folder, 'before'), { ...GROWN, closed: RECENT }, keeps));
    sides.push(await open(`${OPEN} open and ${CLOSED} closed`, join(folder, 'after'), GROWN, keeps));
    const findings = await measure(sides[0]!, sides[1]!);
    await plans(sides[1]!);
    return findings;
  } finally {
    for (const { server, company } of sides) {
      await server.stop();
      await company.close();
    }
  }
}

async function open(name: string, folder: string, growth: Growth, keeps: boolean): Promise<Side> {
  const company = await openGrownCompany(folder, growth, { keeps, tell: (line) => console.log(line) });
  const { db, ctx, url } = company;
  const { token } = await tokenCreate(ctx, { name: `bench ${Date.now()}`, scopes: ['READ', 'ACT'], expiresAt: null });
  const among = async <T extends object>(text: string) => (await db.pool.query<T>(text)).rows;
  const cards = await among<{ id: string; number: string; stage: string }>(
    `SELECT "id", "number", "stage" FROM "complaint" WHERE "stage" IN ('CONFIRMED', 'INVESTIGATING', 'RESOLVING')
       AND "pendingHandoffId" IS NULL ORDER BY md5("id"::text)`,
  );
  const closed = await among<{ id: string; number: string }>(
    `SELECT "id", "number" FROM "complaint" WHERE "stage" = 'CLOSED' AND "number" > '' ORDER BY md5("id"::text) LIMIT 5000`,
  );
  // What a former run claimed waits again.
  await db.pool.query(
    `UPDATE "complaint" SET "claimedAt" = NULL, "claimedById" = NULL, "revision" = "revision" + 1
     WHERE "stage" = 'RECEIVED' AND "departmentId" IS NOT NULL AND "claimedAt" IS NOT NULL AND "pendingHandoffId" IS NULL`,
  );
  const waiting = await among<{ id: string }>(
    `SELECT "id" FROM "complaint" WHERE "stage" = 'RECEIVED' AND "departmentId" IS NOT NULL AND "claimedAt" IS NULL
       AND "pendingHandoffId" IS NULL AND "contestedAt" IS NULL ORDER BY md5("id"::text)`,
  );
  const [sizes] = await among<{ size: string; events: string }>(
    `SELECT pg_size_pretty(pg_database_size(current_database())) AS "size", "head"::text AS "events" FROM "stream"`,
  );
  print(`${name}: ${sizes!.events} events, ${sizes!.size}`);
  const server = await startServer(url);
  return { name, company, server, token, open: cards, closed, unclaimed: waiting.map(({ id }) => id) };
}

async function measure(before: Side, after: Side): Promise<Finding[]> {
  const findings: Finding[] = [];
  const compared = async (what: string, of: (side: Side) => Contender, turnMs = 700, isTarget = true) => {
    const rates = await compare([of(before), of(after)], { writers: 1, rounds: 5, turnMs });
    report(what, rates);
    const [one, other] = [rates[0]!, rates[1]!];
    if (!isTarget) return;
    findings.push(
      finding({
        area: 'Growth',
        what: `${what}, ${CLOSED} closed`,
        ours: `${other.p50Ms.toFixed(2)} ms`,
        against: `${OPEN} open, ${one.p50Ms.toFixed(2)} ms`,
        ratio: timesAsFast(one, other),
        target: TARGET,
      }),
    );
  };
  const asked = (side: Side, query: string, variables: (turn: number) => object, mark: string): Contender =>
    httpContender({
      name: side.name,
      server: side.server,
      request: (turn) => graphqlRequest(query, variables(turn), side.token),
      check: ({ body }) => countIn(body, mark) > 0 && countIn(body, '"errors"') === 0,
    });
  const from = <T>(list: readonly T[], turn: number): T => list[turn % list.length]!;
  const node = (id: string) => encodeId('Complaint', id);

  // A variable that nobody declared asks for the same in other words: no kept answer is given.
  await compared('board', (side) => asked(side, BOARD, (turn) => ({ turn }), '"receivedAt"'), 2_000);
  await compared('move', (side) =>
    asked(
      side,
      MOVE,
      (turn) => ({ id: node(from(side.open, turn).id), stage: from(side.open, turn).stage }),
      'ComplaintMovePayload',
    ),
  );
  // Each can be claimed once: turns are short.
  await compared(
    'claim',
    (side) => asked(side, CLAIM, () => ({ id: node(side.unclaimed.pop() ?? '') }), 'ComplaintClaimPayload'),
    200,
  );
  const searched = (side: Side) =>
    asked(side, SEARCH, (turn) => ({ text: from(turn % 2 === 0 ? side.open : side.closed, turn).number }), '"number"');
  await compared('search by number', searched);
  const told = (side: Side, list: readonly { id: string }[]) =>
    asked(side, TIMELINE, (turn) => ({ id: node(from(list, turn).id) }), '"occurredAt"');
  await compared('timeline of an open complaint', (side) => told(side, side.open));
  await compared('timeline of any closed complaint, from the disk', (side) => told(side, side.closed), 700, false);
  await compared('the clock’s scan', (side) => ({ name: side.name, run: () => scan(side) }), 300);
  return findings;
}

/** What each of it asks of the database, and how that is carried out over all the years. */
async function plans({ name, company: { db, ctx }, open: cards, closed, unclaimed }: Side): Promise<void> {
  print(`\nplans, ${name}: each statement with its time, the pages it looked at, and what it read`);
  const query = { scope: { key: 'all', seesAll: true, grantees: [] }, viewerId: null };
  const [card, other] = [cards.at(-1)!, closed.at(-1)!];
  const page = { first: 50 };
  const place = { afterId: null, beforeId: null, expectedVersion: null, reason: null, override: false };
  await explainWork('board', db, (seen) =>
    readBoard(seen, { ...query, filter: NO_FILTER, now: new Date() }, { first: 500 }),
  );
  await explainWork('move', db, (seen) =>
    complaintMove({ ...ctx, db: seen }, { id: card.id, toStage: card.stage as Stage, ...place }),
  );
  await explainWork('claim', db, (seen) =>
    complaintClaim({ ...ctx, db: seen }, { id: unclaimed.pop() ?? '', expectedVersion: null }),
  );
  await explainWork('search by number', db, (seen) =>
    listComplaints(
      seen,
      { ...query, filter: { ...NO_FILTER, text: other.number } },
      { field: 'RECEIVED_AT', direction: 'DESC' },
      { first: 20 },
    ),
  );
  await explainWork('timeline', db, (seen) =>
    loadTimelines(seen, [{ complaintId: card.id, request: parseTimelinePage(page) }]),
  );
  await explainWork('the clock’s scan', db, (seen) => lookForDue(seen));
}

const scan = ({ company }: Side) => lookForDue(company.db);

/** What a server asks for before it sleeps: what is due, and when the next falls. */
async function lookForDue({ pool }: Database): Promise<void> {
  await pool.query({
    name: 'bench_due',
    text: 'SELECT "id" FROM "complaint" WHERE "wakeAt" <= $1 AND "id" <> ALL($3::uuid[]) ORDER BY "wakeAt", "id" LIMIT $2',
    values: [new Date(), 100, []],
  });
  await pool.query({
    name: 'bench_next',
    text: 'SELECT min("wakeAt") AS next FROM "complaint" WHERE "wakeAt" IS NOT NULL',
  });
}
