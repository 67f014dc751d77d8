import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { act } from '../api/act.ts';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { Events, loadBoard } from '../live/board-client.ts';

const MINUTE = 60_000;
/** What an URGENT complaint is given to be claimed (domain.md, "Deadlines"). */
const CLAIM_URGENT = 15 * MINUTE;

let server: TestServer;
let client: Client;

beforeEach(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics');
  client = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
});

afterEach(() => server.stop());

async function follow(): Promise<Events> {
  const { cursor, scope } = await loadBoard(client);
  return new Events(await server.socket(client), { after: cursor, scope });
}

async function breaches(complaintId: string): Promise<number> {
  const { rows } = await server.db.pool.query<{ count: number }>(
    `SELECT count(*) AS count FROM "event" WHERE "type" = 'DeadlineBreached' AND "complaintId" = $1`,
    [complaintId],
  );
  return rows[0]!.count;
}

describe('a deadline', () => {
  test('[CLK1] its breach is told once, whatever the number of processes, with the time at which it fell', async () => {
    const complaint = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    const events = await follow();
    await server.settled();
    const dueAt = new Date(server.time.now().getTime() + CLAIM_URGENT);
    server.time.advance(CLAIM_URGENT - 1);
    server.time.advance(1);
    const breach = await events.next();
    expect(breach).toMatchObject({
      __typename: 'DeadlineBreached',
      deadline: { kind: 'CLAIM', isBreached: true },
      complaint: { id: complaint.id },
    });
    expect(Date.parse(breach.occurredAt!)).toBe(Date.parse(breach.deadline!.dueAt));
    expect(Math.abs(Date.parse(breach.occurredAt!) - dueAt.getTime())).toBeLessThan(1_000);
    expect(await breaches(complaint.uuid)).toBe(1);
  });

  test('[CLK2] ten who find it due at once publish it once', async () => {
    for (const { clock } of server.processes) await clock.stop();
    const complaint = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    server.time.advance(CLAIM_URGENT);
    const published = await Promise.all(
      Array.from({ length: 10 }, (_, n) => server.processes[n % 2]!.clock.publishDue()),
    );
    // The breach, and the level of its ladder that fires at once.
    expect(published.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await breaches(complaint.uuid)).toBe(1);
  });

  test('[CLK2] a warning of one and a breach of another are published together', async () => {
    for (const { clock } of server.processes) await clock.stop();
    const late = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    server.time.advance(4 * MINUTE);
    const near = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    server.time.advance(CLAIM_URGENT - 3 * MINUTE);
    expect(await server.app.clock.publishDue()).toBeGreaterThanOrEqual(3);
    expect([await breaches(late.uuid), await breaches(near.uuid)]).toEqual([1, 0]);
  });

  test('[CLK3] one that fell while nobody ran is published at the next start, with its true time', async () => {
    const complaint = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    const due = server.time.now().getTime() + CLAIM_URGENT;
    await Promise.all(server.processes.map((app) => app.stop()));
    server.time.advance(20 * MINUTE);
    expect(await breaches(complaint.uuid)).toBe(0);

    const app = await server.startProcess();
    const elsewhere = client.at(app.url);
    const { cursor } = await elsewhere
      .ok<{ board: { cursor: string } }>('{ board { cursor } }')
      .then(({ board }) => board);
    const events = new Events(await server.socket(elsewhere), { after: `${cursor.split('.')[0]}.${'0'.repeat(16)}` });
    let breach = await events.next();
    while (breach.__typename !== 'DeadlineBreached') breach = await events.next();
    expect(Math.abs(Date.parse(breach.occurredAt!) - due)).toBeLessThan(1_000);
    expect(Date.parse(breach.recordedAt!) - Date.parse(breach.occurredAt!)).toBeGreaterThanOrEqual(4 * MINUTE);
    expect(await breaches(complaint.uuid)).toBe(1);
  });

  test('[CLK4] an earlier one that appears while the clock sleeps wakes it', async () => {
    await server.seed.complaint({ severity: 'GENERAL' }).routed('logistics');
    const events = await follow();
    const urgent = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await events.take(2);
    server.time.advance(CLAIM_URGENT);
    expect(await events.next()).toMatchObject({ __typename: 'DeadlineBreached', complaint: { id: urgent.id } });
  });

  test('[CLK5] what is claimed in time is never breached', async () => {
    const claimed = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics').claimed().contacted();
    const other = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    const events = await follow();
    server.time.advance(CLAIM_URGENT + MINUTE);
    expect(await events.next()).toMatchObject({ __typename: 'DeadlineBreached', complaint: { id: other.id } });
    expect(await breaches(claimed.uuid)).toBe(0);
  });

  test('[CLK6] when the process that leads dies, another takes the clock over', async () => {
    const events = await follow();
    const complaint = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await events.take(2);
    await server.db.pool.query(
      `SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l USING (pid)
       WHERE l.locktype = 'advisory' AND l.granted AND a.application_name = 'redress clock' AND a.datname = current_database()`,
    );
    server.time.advance(CLAIM_URGENT);
    expect(await events.next()).toMatchObject({ __typename: 'DeadlineBreached', complaint: { id: complaint.id } });
    expect(await breaches(complaint.uuid)).toBe(1);
  });
});

test('[CLK9] one that cannot be published keeps neither the others back nor the process from stopping', async () => {
  const damaged = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
  const other = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
  await server.db.pool.query(
    `INSERT INTO "event" ("seq", "type", "v", "changeId", "occurredAt", "recordedAt", "actorKind", "payload")
     SELECT -1, 'DeadlineBreached', 1, gen_random_uuid(), now(), now(), 'SYSTEM', jsonb_build_object('deadlineId', "id")
     FROM "deadline" WHERE "complaintId" = $1 AND "kind" = 'CLAIM'`,
    [damaged.uuid],
  );
  const events = await follow();
  await server.settled();
  server.time.advance(CLAIM_URGENT);
  expect(await events.next()).toMatchObject({ __typename: 'DeadlineBreached', complaint: { id: other.id } });
  await expect(server.app.clock.publishDue()).rejects.toThrow(damaged.uuid);
  await Promise.all(server.processes.map(({ clock }) => clock.stop()));
  expect(await breaches(damaged.uuid)).toBe(0);
});

test('[CLK10] what was due before somebody acted is told before what they did, by the clock', async () => {
  for (const { clock } of server.processes) await clock.stop();
  const { id, uuid } = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
  server.time.advance(CLAIM_URGENT + MINUTE);
  await act(client, 'complaintClaim', { id });
  const { rows } = await server.db.pool.query<{ type: string; actorKind: string; late: number }>(
    `SELECT "type", "actorKind", extract(epoch FROM "recordedAt" - "occurredAt")::int AS "late" FROM "event"
     WHERE "complaintId" = $1 AND "type" <> 'DutyGiven' ORDER BY "seq" DESC LIMIT 3`,
    [uuid],
  );
  expect(rows.reverse()).toEqual([
    { type: 'DeadlineBreached', actorKind: 'SYSTEM', late: 60 },
    { type: 'ComplaintEscalated', actorKind: 'SYSTEM', late: 60 },
    { type: 'ComplaintClaimed', actorKind: 'MEMBER', late: 0 },
  ]);
  expect(await server.processes[0]!.clock.publishDue()).toBe(0);
});

test('[CLK9] nor does one that cannot even be worked out', async () => {
  for (const { clock } of server.processes) await clock.stop();
  const [damaged, other] = [
    await server.seed.complaint({ severity: 'URGENT' }).routed('logistics'),
    await server.seed.complaint({ severity: 'URGENT' }).routed('logistics'),
  ];
  server.time.advance(CLAIM_URGENT);
  await server.app.clock.publishDue();
  await server.db.pool.query('UPDATE "escalation" SET "policyId" = NULL WHERE "complaintId" = $1', [damaged.uuid]);
  server.time.advance(30 * MINUTE);
  await expect(server.app.clock.publishDue()).rejects.toThrow(damaged.uuid);
  expect(await breaches(other.uuid)).toBe(2);
});

test('[CLK8] who waits to lead holds no snapshot', async () => {
  const asked = async () => {
    const { rows } = await server.db.pool.query<{ state: string; held: boolean }>(
      `SELECT "state", "backend_xmin" IS NOT NULL AS "held" FROM pg_stat_activity
       WHERE "application_name" = 'redress clock' AND "datname" = current_database()`,
    );
    return rows;
  };
  await expect.poll(asked).toEqual([
    { state: 'idle', held: false },
    { state: 'idle', held: false },
  ]);
});

describe('housekeeping', () => {
  test('[CLK7] sweeps out keys of idempotency after a day, throttle windows that ended, sessions that expired', async () => {
    const { pool } = server.db;
    const now = server.time.now();
    const old = new Date(now.getTime() - 25 * 60 * MINUTE);
    await pool.query(
      `INSERT INTO "idempotency" ("principal", "key", "requestHash", "resultType", "resultIds", "cursor", "createdAt")
       VALUES ('MEMBER:x', 'old', '', '', '{}', '', $1), ('MEMBER:x', 'young', '', '', '{}', '', $2)`,
      [old, now],
    );
    await pool.query(`INSERT INTO "throttle" ("key", "count", "resetAt") VALUES ('over', 1, $1), ('on', 1, $2)`, [
      old,
      new Date(now.getTime() + MINUTE),
    ]);
    await server.app.housekeeping.sweep();
    const { rows: keys } = await pool.query<{ key: string }>('SELECT "key" FROM "idempotency"');
    const { rows: windows } = await pool.query<{ key: string }>(
      `SELECT "key" FROM "throttle" WHERE "key" IN ('over', 'on')`,
    );
    expect([keys, windows]).toEqual([[{ key: 'young' }], [{ key: 'on' }]]);
  });
});
