import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What an URGENT complaint is given to be claimed, and the ladder that follows (domain.md, "Deadlines"). */
const CLAIM_URGENT = 15 * MINUTE;
const LADDER = [0, 30 * MINUTE, 2 * HOUR, 8 * HOUR];

let server: TestServer;

beforeEach(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics');
  await server.seed.member({ role: 'COORDINATOR' });
  await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' });
});
afterEach(() => server.stop());

/** A complaint of which nothing but the claim will be late for some hours, and when that is due. */
async function unclaimed(): Promise<{ uuid: string; dueAt: number }> {
  const { uuid } = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics').contacted();
  const { rows } = await server.db.pool.query<{ dueAt: Date }>(
    `SELECT "dueAt" FROM "deadline" WHERE "complaintId" = $1 AND "kind" = 'CLAIM'`,
    [uuid],
  );
  return { uuid, dueAt: rows[0]!.dueAt.getTime() };
}

/** The levels of the CLAIM clock's climb, with how long after the breach each is said to have fired. */
async function fired({ uuid, dueAt }: { uuid: string; dueAt: number }): Promise<[level: number, after: number][]> {
  const { rows } = await server.db.pool.query<{ level: number; at: Date }>(
    `SELECT ("payload" ->> 'level')::int AS "level", "occurredAt" AS "at" FROM "event"
     WHERE "complaintId" = $1 AND "type" = 'ComplaintEscalated' AND "payload" ->> 'deadlineKind' = 'CLAIM' ORDER BY "seq"`,
    [uuid],
  );
  return rows.map(({ level, at }) => [level, at.getTime() - dueAt]);
}

const ladderUpTo = (level: number) => LADDER.slice(0, level).map((after, i) => [i + 1, after]);

test('[ES3] the levels fire at their moments by themselves', async () => {
  const complaint = await unclaimed();
  await server.settled();
  server.time.advance(CLAIM_URGENT);
  await expect.poll(() => fired(complaint)).toEqual(ladderUpTo(1));
  server.time.advance(30 * MINUTE);
  await expect.poll(() => fired(complaint)).toEqual(ladderUpTo(2));
});

test('[ES3] ten who find them due at once fire each level once', async () => {
  for (const { clock } of server.processes) await clock.stop();
  const complaints = [await unclaimed(), await unclaimed(), await unclaimed()];
  for (const ahead of [CLAIM_URGENT, 30 * MINUTE, 90 * MINUTE]) {
    server.time.advance(ahead);
    await Promise.all(Array.from({ length: 10 }, (_, n) => server.processes[n % 2]!.clock.publishDue()));
  }
  for (const complaint of complaints) expect(await fired(complaint)).toEqual(ladderUpTo(3));
});

test('[ES3] what fell while nobody ran fires at the next start, each level with its own time', async () => {
  const complaint = await unclaimed();
  await Promise.all(server.processes.map((app) => app.stop()));
  server.time.advance(24 * HOUR);
  expect(await fired(complaint)).toEqual([]);
  await server.startProcess();
  await expect.poll(() => fired(complaint)).toEqual(ladderUpTo(4));
});

test('[ES5] in quiet hours nobody is named; what is urgent waits for nothing', async () => {
  await server.stop();
  server = await startServer({ officeHours: true });
  await server.seed.departments('logistics');
  await server.app.clock.stop();
  // Midnight to one in Shanghai, in the middle of the quiet hours that a company begins with.
  const now = server.time.now().getTime();
  const midnight = Math.ceil((now + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR;
  server.time.advance(midnight - now);
  const seed = (severity: 'URGENT' | 'GENERAL') => {
    const receivedAt = new Date(server.time.now().getTime() - 48 * HOUR);
    return server.seed.complaint({ severity, receivedAt }).routed('logistics');
  };
  const [urgent, general] = [await seed('URGENT'), await seed('GENERAL')];
  await server.app.clock.publishDue();
  const first = async (uuid: string) => {
    const { rows } = await server.db.pool.query<{ at: Date }>(
      `SELECT min("occurredAt") AS "at" FROM "event"
       WHERE "complaintId" = $1 AND "type" = 'ComplaintEscalated' AND "payload" ->> 'deadlineKind' = 'FIRST_RESPONSE'`,
      [uuid],
    );
    return rows[0]!.at;
  };
  expect(await first(urgent.uuid)).not.toBe(null);
  // Its own breach fell a day before, at midnight as well.
  expect((await first(general.uuid)).getTime()).toBe(midnight - 16 * HOUR);
});
