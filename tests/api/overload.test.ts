/** What a process does when it has more to do than it can. The load is what the test says it is. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { LoopDelay } from '@redress/api/http/loop-delay';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Events, loadBoard } from '../live/board-client.ts';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { UpgradeRefused } from '../testkit/socket.ts';

const VIEWER = '{ viewer { __typename } }';
const KEYED = { headers: { 'idempotency-key': 'a-change' } };

const load = { delayMs: 0, waiting: 0 };
let server: TestServer;
let caller: Client;

beforeAll(async () => {
  server = await startServer({ loadProbe: { delayMs: () => load.delayMs, waiting: () => load.waiting } });
  caller = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
});
beforeEach(async () => {
  Object.assign(load, { delayMs: 0, waiting: 0 });
  // The calm is noticed by whoever asks next.
  await caller.ask(VIEWER, {}, KEYED);
  await caller.ask(VIEWER);
});
afterAll(() => server.stop());

const status = async (options = {}) => (await caller.ask(VIEWER, {}, options)).status;

describe('past what a process can do', () => {
  test('[OV1] a request is sent away before anybody looks who asks', async () => {
    const { pool } = server.app.db;
    const query = pool.query;
    const statements: string[] = [];
    pool.query = ((...args: Parameters<typeof query>) => {
      const [said] = args as unknown as [string | { text: string }];
      statements.push(typeof said === 'string' ? said : said.text);
      return query.apply(pool, args);
    }) as typeof query;
    // The server's own looks at the clock and the stream go on meanwhile.
    const lookups = () => statements.splice(0).filter((text) => /integration_?token/i.test(text));
    const asked = (token: string) =>
      server
        .client()
        .withToken(token)
        .fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: VIEWER }),
        });
    await asked('rdr_unknown');
    expect(lookups()).not.toEqual([]);
    load.delayMs = 600;
    const answer = await asked('rdr_unknown_too');
    const download = await caller.fetch('/export/complaints.csv');
    const whileOverloaded = lookups();
    pool.query = query;
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(await answer.json()).toMatchObject({ error: { code: 'OVERLOADED' } });
    expect(download.status).toBe(503);
    expect(whileOverloaded).toEqual([]);
  });

  test('[OV1] a connection is good for the next request, though the body of one that was sent away was not read', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const body = JSON.stringify({ query: VIEWER, variables: { long: 'x'.repeat(300_000) } });
    const ask = () =>
      new Promise<[number | undefined, boolean, string]>((resolve, reject) => {
        const headers = { 'content-type': 'application/json' };
        const asking = request(`${caller.url}/graphql`, { method: 'POST', agent, headers }, (answer) => {
          text(answer).then((said) => resolve([answer.statusCode, asking.reusedSocket, said]), reject);
        });
        asking.once('error', reject).end(body);
      });
    load.delayMs = 600;
    const away = [await ask(), await ask()];
    load.delayMs = 0;
    const [status, isReused, said] = await ask();
    agent.destroy();
    expect(away.map(([code, reused]) => [code, reused])).toEqual([
      [503, false],
      [503, true],
    ]);
    expect([status, isReused]).toEqual([200, true]);
    expect(JSON.parse(said)).toHaveProperty('data');
  });

  test('[OV1] a queue before the database is as good a reason as a late loop', async () => {
    load.waiting = 199;
    expect(await status()).toBe(200);
    load.waiting = 200;
    expect(await status()).toBe(503);
  });

  test('[OV2] a change is sent away after questions, and a socket last', async () => {
    const loads: [number, number, number, string][] = [];
    for (const delayMs of [125, 250, 500, 2_500]) {
      load.delayMs = delayMs;
      const socket = server.socket(caller).then(
        (opened) => {
          opened.drop();
          return 'open';
        },
        (error: unknown) => (error instanceof UpgradeRefused ? String(error.status) : 'failed'),
      );
      loads.push([delayMs, await status(), await status(KEYED), await socket]);
    }
    expect(loads).toEqual([
      [125, 200, 200, 'open'],
      [250, 503, 200, 'open'],
      [500, 503, 503, 'open'],
      [2_500, 503, 503, '503'],
    ]);
  });

  test('[OV3] it is over by itself, and does not flutter at the edge', async () => {
    const seen: [number, number][] = [];
    for (const delayMs of [240, 260, 240, 126, 124, 240]) {
      load.delayMs = delayMs;
      seen.push([delayMs, await status()]);
    }
    expect(seen).toEqual([
      [240, 200],
      [260, 503],
      [240, 503],
      [126, 503],
      [124, 200],
      [240, 200],
    ]);
  });

  test('[OV4] sockets that stand are told on, and health is answered', async () => {
    const { cursor, scope } = await loadBoard(caller);
    const events = new Events(await server.socket(caller), { after: cursor, scope });
    await events.any();
    load.delayMs = 60_000;
    const { id } = await server.seed.complaint();
    expect((await events.next()).complaint?.id).toBe(id);
    expect((await caller.fetch('/healthz')).status).toBe(200);
    expect((await caller.fetch('/readyz')).status).toBe(200);
    expect((await caller.fetch('/demo.json')).status).toBe(404);
  });

  test('[OV5] a turn that is late is felt before it is over, and not in the next', async () => {
    const delay = new LoopDelay();
    expect(delay.ms).toBe(0);
    const began = performance.now();
    while (performance.now() - began < 100);
    const late = delay.ms;
    expect(late).toBeGreaterThanOrEqual(75);
    // Two timers that are due come round in one turn, the earlier one first.
    await new Promise((resolve) => setTimeout(resolve, 25));
    expect(delay.ms).toBeLessThan(late);
    delay.stop();
  });
});

describe('a rush of sign-ins', () => {
  const PLACES = 12;
  let rush: TestServer;
  let desk: Client;

  beforeAll(async () => {
    rush = await startServer({ signInsAtMost: PLACES });
    desk = await rush.signedIn(await rush.seed.member({ role: 'COORDINATOR' }));
    await loadBoard(desk);
  });
  afterAll(() => rush.stop());

  test('[OV6] is bounded; who finds no place is told when to come back, and has not used up a try', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => rush.client().trySignIn(`nobody.${n}@example.com`, 'wrong')),
    );
    const refused = answers.filter(({ code }) => code === 'RATE_LIMITED');
    const tried = answers.filter(({ code }) => code === 'INVALID_CREDENTIALS');
    expect(tried.length).toBeGreaterThanOrEqual(PLACES);
    expect(tried.length + refused.length).toBe(40);
    expect(refused.length).toBeGreaterThan(0);
    for (const { retryAfterSeconds } of refused) expect(retryAfterSeconds).toBeGreaterThan(0);
    const { rows } = await rush.db.pool.query<{ count: number }>(
      `SELECT max("count")::int AS count FROM "throttle" WHERE "key" LIKE 'sign-in/address/%'`,
    );
    expect(rows[0]?.count).toBe(tried.length);
  });

  test('[OV6] the board is answered while it lasts', async () => {
    let over = 0;
    const others = Array.from({ length: PLACES }, async (_, n) => {
      await rush.client().trySignIn(`somebody.${n}@example.com`, 'wrong');
      over += 1;
    });
    await loadBoard(desk);
    expect(over).toBeLessThan(PLACES);
    await Promise.all(others);
  });
});
