/** Growing a database by copies of its cases: what the product reads of a copy is what it reads of any complaint. */
import { grow } from '@redress/api/grow/grow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const GROWTH = { closed: 60, recent: 20, open: 30, eventsEach: null, years: 2, seed: 7 };

let server: TestServer;
let caller: Client;
let events: number;
let template: string[];

const TIMELINE = `query ($number: String!) { complaints(first: 2, filter: { text: $number }) {
  nodes { number subject stage timeline(first: 50) { nodes { __typename } } } } }`;

interface Told {
  complaints: {
    nodes: { number: string; subject: string; stage: string; timeline: { nodes: { __typename: string }[] } }[];
  };
}

async function timelineOf(number: string) {
  const { complaints } = (await caller.ask<Told>(TIMELINE, { number })).data!;
  expect(complaints.nodes.map((node) => node.number)).toEqual([number]);
  return complaints.nodes[0]!.timeline.nodes.map((event) => event.__typename);
}

beforeAll(async () => {
  server = await startServer();
  const { seed } = server;
  await seed.departments('service');
  const coordinator = await seed.member({ role: 'COORDINATOR' });
  const done = seed.complaint({ subject: '窗帘短了一巴掌' }).routed('service').claimed().contacted();
  const closed = await done.moved('CONFIRMED').moved('INVESTIGATING').investigated().followedUp().moved('CLOSED');
  await seed.complaint({ subject: '沙发塌了' }).routed('service').claimed();
  caller = await server.signedIn(coordinator);
  template = await timelineOf(closed.number);
  await server.app.stop();
  ({ events } = await grow(server.ownerUrl, GROWTH, () => undefined));
  await server.startProcess();
  caller = await server.signedIn(coordinator, 1);
});
afterAll(() => server.stop());

describe('a grown database', () => {
  test('[DB13] the board shows the open copies and the recently closed ones', async () => {
    const { data } = await caller.ask<{ board: { columns: { stage: string; totalCount: number }[] } }>(
      '{ board { columns { stage totalCount complaints(first: 500) { nodes { position } } } } }',
    );
    const counts = Object.fromEntries(data!.board.columns.map(({ stage, totalCount }) => [stage, totalCount]));
    expect(counts).toMatchObject({ RECEIVED: 30, CLOSED: 20 });
  });

  test('[DB13] a copy is found by its number, with its whole timeline', async () => {
    const year = new Date().getUTCFullYear();
    expect(await timelineOf(`C-${year}-000059`)).toEqual(template);
  });

  test('[DB13] the log is gapless, and a change goes on from its end', async () => {
    const { rows } = await server.db.pool.query<{ count: number; last: number }>(
      `SELECT count(*)::int AS "count", max("seq")::int AS "last" FROM "event"`,
    );
    expect(rows[0]!.last).toBe(rows[0]!.count);
    const registered = await caller.ask<{ complaintRegister: { complaint: { number: string } } }>(
      `mutation { complaintRegister(input: { subject: "新的一件", description: "没人来", channel: PHONE, departmentCode: "service" }) {
        ... on ComplaintRegisterPayload { complaint { number } } } }`,
    );
    const { number } = registered.data!.complaintRegister.complaint;
    const { head } = (await server.db.pool.query<{ head: number }>('SELECT "head" FROM "stream"')).rows[0]!;
    expect(head).toBeGreaterThan(events);
    expect(number).toMatch(/-000091$/);
    expect((await timelineOf(number)).length).toBeGreaterThan(0);
  });

  test('[DB13] the same seed gives the same complaints, each once', async () => {
    const { rows } = await server.db.pool.query<{ numbers: number; hashes: number; places: number }>(
      `SELECT count(DISTINCT "number")::int AS "numbers", count(DISTINCT "trackingHash")::int AS "hashes",
         count(DISTINCT ("stage", "position"))::int AS "places" FROM "complaint"`,
    );
    expect(rows[0]).toMatchObject({ numbers: rows[0]!.places, hashes: rows[0]!.places });
  });
});
