import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSE } from '@redress/api/live/connections';
import { STREAM_CHANNEL } from '@redress/domain/events/commit-sql';
import pg from 'pg';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { Events, loadBoard } from './board-client.ts';

const COMMENT = `mutation ($input: CommentAddInput!) {
  commentAdd(input: $input) { __typename ... on CommentAddPayload { cursor } }
}`;

let server: TestServer;
let atFirst: Client;
let atSecond: Client;

beforeAll(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics', 'finance');
  const member = await server.seed.member({ role: 'COORDINATOR' });
  atFirst = await server.signedIn(member, 0);
  atSecond = await server.signedIn(member, 1);
});

afterAll(() => server.stop());

describe('two processes on one database', () => {
  test('[EV40] what is written at one is told at the other, in one order', async () => {
    const { cursor, scope } = await loadBoard(atFirst);
    const [here, there] = [
      new Events(await server.socket(atFirst), { after: cursor, scope }),
      new Events(await server.socket(atSecond), { after: cursor, scope }),
    ];
    const { id } = await server.seed.complaint();
    await Promise.all([
      atFirst.ok(COMMENT, { input: { id, text: '一' } }),
      atSecond.ok(COMMENT, { input: { id, text: '二' } }),
      atFirst.ok(COMMENT, { input: { id, text: '三' } }),
    ]);
    const heard = [];
    for (let n = 0; n < 4; n++) heard.push([(await here.next()).cursor, (await there.next()).cursor]);
    for (const [first, second] of heard) expect(second).toBe(first);
  });

  test('[EV41] a session that ends at one process ends at the other', async () => {
    const member = await server.seed.member({ role: 'COORDINATOR' });
    const caller = await server.signedIn(member, 0);
    const elsewhere = caller.at(server.processes[1]!.url);
    const socket = await server.socket(elsewhere);
    await caller.ok('mutation { signOut { __typename } }');
    expect((await socket.closed).code).toBe(4403);
    expect(await elsewhere.ok('{ viewer { __typename } }')).toEqual({ viewer: null });
  });

  test('[EV42] a caller reads their own write at another process', async () => {
    const { id } = await server.seed.complaint();
    for (let n = 0; n < 10; n++) {
      const { commentAdd } = await atFirst.ok<{ commentAdd: { cursor: string } }>(COMMENT, {
        input: { id, text: `${n}` },
      });
      const moved = atFirst.at(server.processes[1]!.url);
      const { board } = await moved.ok<{ board: { cursor: string } }>('{ board { cursor } }');
      expect(board.cursor >= commentAdd.cursor).toBe(true);
      expect(server.processes[1]!.services.feed.head).toBeGreaterThanOrEqual(Number(commentAdd.cursor.split('.')[1]));
    }
  });

  test('[EV43] a process whose connection for events is cut catches up by itself', async () => {
    const { cursor, scope } = await loadBoard(atFirst);
    const events = new Events(await server.socket(atFirst), { after: cursor, scope });
    await events.any();
    await server.db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'redress feed' AND datname = current_database()`,
    );
    const { id } = await server.seed.complaint();
    expect((await events.next()).complaint?.id).toBe(id);
  });
});

describe('on the wire', () => {
  test('[EV44] a wake-up carries a number and no word of the complaint', async () => {
    const listener = new pg.Client({ connectionString: server.databaseUrl });
    await listener.connect();
    await listener.query(`LISTEN ${STREAM_CHANNEL}`);
    const heard = new Promise<string>((resolve) =>
      listener.on('notification', ({ payload }) => resolve(payload ?? '')),
    );
    await server.seed.complaint({ description: '很长的话'.repeat(4_000) });
    expect(await heard).toMatch(/^[0-9a-z]+\.\d{16}$/);
    await listener.end();
  });

  test('[EV45] an order that was committed late is told in the order of the numbers, and none is passed over', async () => {
    const { cursor, scope } = await loadBoard(atFirst);
    const events = new Events(await server.socket(atFirst), { after: cursor, scope });
    const made = await Promise.all(Array.from({ length: 20 }, () => server.seed.complaint().routed('logistics')));
    const told = [];
    for (let n = 0; n < 40; n++) told.push(await events.next());
    const numbers = told.map((event) => Number(event.cursor.split('.')[1]));
    expect(numbers).toEqual(numbers.map((_, n) => numbers[0]! + n));
    for (const { id } of made) expect(told.filter((event) => event.complaint?.id === id)).toHaveLength(2);
  });

  test('[EV46] a bad document is an error of its own: the other subscriptions go on', async () => {
    const socket = await server.socket(atFirst);
    const events = new Events(socket);
    await events.any();
    const syntax = socket.subscribe(/* fits no contract */ 'subscription {');
    expect((await syntax.over).by).toBe('error');
    const invalid = socket.subscribe(/* fits no contract */ 'subscription { nonsense }');
    expect((await invalid.over).by).toBe('error');
    const nothing = socket.subscribe('subscription { boardEvents @skip(if: true) { cursor } }');
    expect((await nothing.next()).errors).toHaveLength(1);
    const { id } = await server.seed.complaint();
    expect((await events.next()).complaint?.id).toBe(id);
  });

  test('[EV51] one subscription too many is refused, whatever its kind, and a place that is left is free again', async () => {
    const socket = await server.socket(atFirst);
    const presence = 'subscription { presence { members { activity } } }';
    const here = Array.from({ length: 50 }, () => socket.subscribe(presence));
    await Promise.all(here.map((one) => one.next()));
    const tooMany = await socket.subscribe(presence).next();
    expect(tooMany.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS' });
    expect(await socket.subscribe('{ viewer { __typename } }').next()).toMatchObject({ data: { viewer: {} } });
    here[0]!.leave();
    // The server handles messages of a socket in their order.
    await socket.subscribe('{ viewer { __typename } }').next();
    expect((await socket.subscribe(presence).next()).errors).toBeUndefined();
  });

  test('[EV47] equal subscriptions of one sight are one execution, and one that is left leaves nothing behind', async () => {
    const { boards } = server.app.services;
    const before = boards.size;
    const socket = await server.socket(atFirst);
    const { cursor, scope } = await loadBoard(atFirst);
    const many = Array.from(
      { length: 10 },
      () => new Events(socket, { after: cursor, scope, filter: { text: '独一份' } }),
    );
    await Promise.all(many.map((events) => events.any()));
    expect(boards.size).toBe(before + 1);
    for (const events of many) events.leave();
    // What is asked for next is answered after the ten were left.
    await new Events(socket, { after: cursor, scope }).any();
    expect(boards.size).toBeLessThanOrEqual(before + 1);
    socket.drop();
    await socket.closed;
  });

  test('[EV55] whoever comes and goes leaves nothing behind, however the line ended', async () => {
    const { boards, connections } = server.app.services;
    const { cursor, scope } = await loadBoard(atFirst);
    const [groups, open] = [boards.size, connections.size];
    for (let round = 0; round < 5; round++) {
      const sockets = await Promise.all(Array.from({ length: 10 }, () => server.socket(atFirst)));
      const streams = sockets.map((socket) => new Events(socket, { after: cursor, scope, filter: { text: '来去' } }));
      if (round % 2 === 0) await Promise.all(streams.map((events) => events.any()));
      if (round === 4) for (const events of streams) events.leave();
      for (const socket of sockets) socket.drop();
      await Promise.all(sockets.map(({ closed }) => closed));
    }
    await expect.poll(() => [boards.size, connections.size]).toEqual([groups, open]);
  });

  test('[EV48] a reader who does not read is let go, and resumes', async () => {
    const { cursor, scope } = await loadBoard(atFirst);
    const socket = await server.socket(atFirst);
    const events = new Events(socket, { after: cursor, scope });
    await events.any();
    socket.pause();
    const { id } = await server.seed.complaint();
    const text = '字'.repeat(4_000);
    const wide = socket.subscribe(
      `subscription { boardEvents { cursor ... on ComplaintEvent { ${Array.from({ length: 50 }, (_, n) => `c${n}: complaint { description subject }`).join(' ')} } } }`,
    );
    await server.seed.complaint({ description: text });
    let isClosed = false;
    socket.closed.then(() => (isClosed = true)).catch(() => undefined);
    const { connections } = server.app.services;
    const open = connections.size;
    for (let n = 0; n < 400 && connections.size === open; n++) await server.seed.complaint({ description: text });
    // It is told why, and given a while to take note of it.
    await expect.poll(() => connections.size).toBe(open - 1);
    socket.resume();
    const { code } = await socket.closed;
    expect(isClosed).toBe(true);
    expect([CLOSE.TOO_SLOW[0], 1006]).toContain(code);
    void wide;
    const resumed = new Events(await server.socket(atFirst), { after: events.last, scope });
    expect((await resumed.next()).complaint?.id).toBe(id);
  });
});

describe('going away', () => {
  test('[EV49] a process that stops tells its sockets to come back, and a board goes on at another', async () => {
    const own = await startServer({ processes: 2 });
    try {
      const member = await own.seed.member({ role: 'COORDINATOR' });
      const caller = await own.signedIn(member, 0);
      const { cursor, scope } = await loadBoard(caller);
      const socket = await own.socket(caller);
      const events = new Events(socket, { after: cursor, scope });
      await events.any();
      await own.processes[0]!.stop();
      expect((await socket.closed).code).toBe(1001);
      const { id } = await own.seed.complaint();
      const elsewhere = caller.at(own.processes[1]!.url);
      const resumed = new Events(await own.socket(elsewhere), { after: events.last, scope });
      expect((await resumed.next()).complaint?.id).toBe(id);
    } finally {
      await own.stop();
    }
  });
});
