/**
 * Many people at two processes do whatever comes to their minds, at once; most of it is refused. What is stored at the end
 * has to be what the log tells, number by number.
 */
import { STAGES } from '@redress/domain/rules/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { act } from './act.ts';
import type { Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

const SEED = Number(process.env['STORM_SEED'] ?? Math.floor(Math.random() * 1e9));
const DEEDS = 400;
const AT_ONCE = 16;

let company: Company;
let people: Client[];
let told: Told[] = [];

beforeAll(async () => {
  company = await startCompany({ processes: 2 });
  // Coordinators see everything, so most of their deeds come to something.
  const names = [
    'coordinator',
    'coordinator',
    'coordinator',
    'coordinator',
    'logistics',
    'driver',
    'warehouse',
  ] as const;
  const clients = await Promise.all(names.map((name) => company.as(name)));
  people = clients.flatMap((client) => [client, client.at(company.processes[1]!.url)]);
  told = await storm();
  await company.app.clock.publishDue();
  await company.settled();
});
afterAll(() => company.stop());

/** Numbers from a seed (mulberry32). STORM_SEED raises a like storm again; who is quicker in it, chance decides. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function storm(): Promise<Told[]> {
  const draw = random(SEED);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)]!;
  const ids: string[] = [];
  const handoffs: string[] = ['hdf_00000000000000000000000000000000'];
  const duties: string[] = ['dut_00000000000000000000000000000000'];
  for (let i = 0; i < 6; i++) ids.push((await company.seed.complaint().routed(pick(['logistics', 'warehouse']))).id);

  const departmentCode = () => pick(['service', 'logistics', 'warehouse']);
  const deeds: readonly (() => [string, Record<string, unknown>])[] = [
    () => ['complaintRegister', { subject: 'a', description: 'b', channel: 'PHONE', departmentCode: departmentCode() }],
    () => [
      'complaintRegister',
      { subject: 'a', description: 'b', channel: 'PHONE', external: { source: 's', id: pick(['1', '2']) } },
    ],
    () => [
      'complaintRoute',
      { id: pick(ids), departmentCode: departmentCode(), severity: pick(['GENERAL', 'URGENT']) },
    ],
    () => ['complaintClaim', { id: pick(ids) }],
    () => [
      'complaintMove',
      { id: pick(ids), toStage: pick(STAGES), reason: 'x', override: draw() < 0.4, afterId: pick(ids) },
    ],
    () => ['complaintMove', { id: pick(ids), toStage: 'CONFIRMED', reason: 'x', beforeId: pick(ids) }],
    () => ['complaintAssign', { id: pick(ids), assigneeId: null }],
    () => ['contactRecord', { id: pick(ids), channel: 'PHONE', summary: 'x', confirmsFacts: true }],
    () => ['commentAdd', { id: pick(ids), text: 'x' }],
    () => ['handoffRequest', { complaintId: pick(ids), toDepartmentCode: departmentCode(), reason: 'x' }],
    () => ['handoffAccept', { id: pick(handoffs) }],
    () => ['handoffDecline', { id: pick(handoffs), preset: 'NOT_OURS' }],
    () => ['handoffWithdraw', { id: pick(handoffs) }],
    () => ['dutyGive', { complaintId: pick(ids), departmentCode: departmentCode(), what: 'x' }],
    () => ['dutyDone', { id: pick(duties) }],
    () => ['dutyWaive', { id: pick(duties) }],
  ];
  const answers: Told[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun++ < DEEDS) {
      if (draw() < 0.03) company.time.advance(20 * 60_000);
      const [mutation, input] = pick(deeds)();
      const answer = await act(pick(people), mutation, input);
      answers.push(answer);
      if (answer.__typename === 'HandoffRequestPayload') handoffs.push(answer.handoff.id);
      if (answer.__typename === 'DutyGivePayload') duties.push(answer.duty.id);
      if (answer.__typename === 'ComplaintRegisterPayload' && ids.length < 8) ids.push(answer.complaint.id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

/** The rows that break a rule; a test wants none. */
const breaking = async (sql: string) => (await company.db.pool.query(sql)).rows;

test(`[EV1] some of it was done, and some refused (seed ${SEED})`, () => {
  const done = told.filter(({ __typename }) => __typename.endsWith('Payload'));
  expect(told.length).toBeGreaterThan(DEEDS / 2);
  expect(done.length).toBeGreaterThan(30);
  expect(told.length - done.length).toBeGreaterThan(30);
});

test('[EV1] events are numbered without a gap, up to the head', async () => {
  const { rows } = await company.db.pool.query<Record<string, number>>(
    `SELECT count(*)::int AS count, min(seq)::int AS first, max(seq)::int AS last, (SELECT head FROM stream)::int AS head FROM event`,
  );
  const { count, ...ends } = rows[0]!;
  expect(ends).toEqual({ first: 1, last: count, head: count });
});

test('[EV1] every answer’s cursor is the number of an event of its own', () => {
  const cursors = told
    .filter(({ __typename, alreadyRegistered }) => __typename.endsWith('Payload') && alreadyRegistered !== true)
    .map(({ cursor }) => cursor);
  expect(new Set(cursors).size).toBe(cursors.length);
});

test('[EV2] each change has one audit row, which covers its events and no other’s', async () => {
  expect(
    await breaking(`SELECT e."changeId", a."firstSeq", a."lastSeq" FROM
      (SELECT "changeId", min(seq) AS first, max(seq) AS last FROM event GROUP BY 1) e
      FULL JOIN audit a USING ("changeId")
      WHERE e.first IS DISTINCT FROM a."firstSeq" OR e.last IS DISTINCT FROM a."lastSeq"`),
  ).toEqual([]);
});

test('[EV2] a revision for each change, and none without', async () => {
  expect(
    await breaking(`SELECT c.number, c.revision, n.changes FROM complaint c
      JOIN (SELECT "complaintId", count(DISTINCT "changeId")::int AS changes FROM event GROUP BY 1) n ON n."complaintId" = c.id
      WHERE c.revision <> n.changes`),
  ).toEqual([]);
});

test('[EV5] each event goes on where the one before it ended, and the last one is what is stored', async () => {
  expect(
    await breaking(`SELECT seq, type FROM (
        SELECT seq, type, before, "accessBefore", lag(after) OVER w AS previous, lag("accessAfter") OVER w AS access
        FROM event WHERE "complaintId" IS NOT NULL WINDOW w AS (PARTITION BY "complaintId" ORDER BY seq)) e
      WHERE before IS DISTINCT FROM previous OR (previous IS NOT NULL AND "accessBefore" IS DISTINCT FROM access)`),
  ).toEqual([]);
  expect(
    await breaking(`SELECT c.number, e.after, e."accessAfter" FROM complaint c
      JOIN LATERAL (SELECT * FROM event WHERE "complaintId" = c.id ORDER BY seq DESC LIMIT 1) e ON true
      WHERE e.after ->> 'stage' <> c.stage::text
        OR e.after ->> 'departmentId' IS DISTINCT FROM c."departmentId"::text
        OR (e.after ->> 'isClaimed')::bool <> (c."claimedAt" IS NOT NULL)
        OR (e.after ->> 'isBreached')::bool <> c."isBreached"
        OR (e.after ->> 'handoffPending')::bool <> (c."pendingHandoffId" IS NOT NULL)
        OR e."accessAfter"::text[] <> ARRAY(SELECT DISTINCT a."granteeId"::text FROM complaint_access a
          WHERE a."complaintId" = c.id AND a.until IS NULL ORDER BY 1)`),
  ).toEqual([]);
});

test('[MV7] no complaint is in a state that must not exist', async () => {
  expect(
    await breaking(`SELECT number, stage FROM complaint c WHERE
      (stage <> 'RECEIVED' AND "departmentId" IS NULL)
      OR (stage = 'CLOSED') <> ("closedAt" IS NOT NULL)
      OR (stage = 'CLOSED' AND ("pendingHandoffId" IS NOT NULL
        OR EXISTS (SELECT FROM duty d WHERE d."complaintId" = c.id AND d."doneAt" IS NULL AND d."waivedAt" IS NULL)
        OR EXISTS (SELECT FROM deadline d WHERE d."complaintId" = c.id AND d.state = 'OPEN')))
      OR ("pendingHandoffId" IS NOT NULL) <> EXISTS (SELECT FROM handoff h WHERE h."complaintId" = c.id AND h.state = 'PENDING')
      OR ("claimedAt" IS NOT NULL AND NOT EXISTS (SELECT FROM claim k WHERE k."complaintId" = c.id AND k.round = c.round))`),
  ).toEqual([]);
});

test('[DL6] a clock runs once for each thing it is about, and a breach was published once', async () => {
  expect(
    await breaking(`SELECT "complaintId", kind, "subjectId" FROM deadline WHERE state = 'OPEN'
      GROUP BY 1, 2, 3 HAVING count(*) > 1`),
  ).toEqual([]);
  expect(
    await breaking(`SELECT d.id, count(e.seq) FROM deadline d
      LEFT JOIN event e ON e.type = 'DeadlineBreached' AND e.payload ->> 'deadlineId' = d.id::text
      GROUP BY d.id HAVING count(e.seq) <> (d."breachPublishedAt" IS NOT NULL)::int`),
  ).toEqual([]);
  expect(
    await breaking(`SELECT number FROM complaint c WHERE "isBreached" <> EXISTS (SELECT FROM deadline d
      WHERE d."complaintId" = c.id AND d.state = 'OPEN' AND d."breachPublishedAt" IS NOT NULL)`),
  ).toEqual([]);
});

test('[OR2] no two cards share a place', async () => {
  expect(await breaking(`SELECT stage, position FROM complaint GROUP BY 1, 2 HAVING count(*) > 1`)).toEqual([]);
});

test('[CL1] there is a claim row for each claim that was told, and none besides', async () => {
  expect(
    await breaking(`SELECT k.id, e.seq FROM claim k FULL JOIN
      (SELECT * FROM event WHERE type = 'ComplaintClaimed') e ON e.payload ->> 'claimId' = k.id::text
      WHERE (k.id IS NULL OR e.seq IS NULL) AND k."handoffId" IS NULL`),
  ).toEqual([]);
  expect(
    await breaking(`SELECT h.id FROM handoff h LEFT JOIN claim k ON k."handoffId" = h.id
      GROUP BY h.id HAVING count(k.id) <> (h.state = 'ACCEPTED')::int`),
  ).toEqual([]);
});
