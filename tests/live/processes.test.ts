/** Several processes on one database without sticky sessions, over whatever carries their wake-ups, while it fails. */
import { parseCursor } from '@redress/domain/events/cursor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBusServer } from '../testkit/bus-server.ts';
import type { BusProgram, TestBusServer } from '../testkit/bus-server.ts';
import type { Client } from '../testkit/client.ts';
import { isInstalled } from '../testkit/installed.ts';
import { startProxy } from '../testkit/proxy.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { Events, loadBoard } from './board-client.ts';

const COMMENT = `mutation ($input: CommentAddInput!) {
  commentAdd(input: $input) { __typename ... on CommentAddPayload { cursor } }
}`;
const PRESENCE = 'subscription { presence { members { member { name } activity } } }';
const UPDATE = 'mutation ($input: PresenceUpdateInput!) { presenceUpdate(input: $input) { __typename } }';

/** Two processes, a caller who uses both with one session, and a complaint to write about. */
interface Office {
  server: TestServer;
  /** The caller at each process. */
  callers: Client[];
  complaint: string;
}

async function openOffice(busUrl?: string): Promise<Office> {
  const server = await startServer({ processes: 2, busUrl });
  const member = await server.seed.member({ role: 'COORDINATOR', name: '许静' });
  const first = await server.signedIn(member);
  const { id } = await server.seed.complaint();
  return { server, callers: server.processes.map(({ url }) => first.at(url)), complaint: id };
}

/** Follows the board at each process from now on. */
async function follow({ server, callers }: Office): Promise<Events[]> {
  const { cursor, scope } = await loadBoard(callers[0]!);
  return Promise.all(callers.map(async (caller) => new Events(await server.socket(caller), { after: cursor, scope })));
}

/** Writes so many comments, at the processes in turn; gives their cursors. */
async function write({ callers, complaint }: Office, count: number): Promise<string[]> {
  const cursors: string[] = [];
  for (let n = 0; n < count; n++) {
    const caller = callers[n % callers.length]!;
    const { commentAdd } = await caller.ok<{ commentAdd: { cursor: string } }>(COMMENT, {
      input: { id: complaint, text: `${n}` },
    });
    cursors.push(commentAdd.cursor);
  }
  return cursors;
}

/** What everybody was told, as far as `count` events go; each by themselves. */
async function told(followers: readonly Events[], count: number): Promise<string[][]> {
  return Promise.all(
    followers.map(async (events) => {
      const cursors: string[] = [];
      while (cursors.length < count) cursors.push((await events.next()).cursor);
      return cursors;
    }),
  );
}

const BUSES: readonly [string, BusProgram | null][] = [
  ['NOTIFY', null],
  ['NATS', 'nats-server'],
  ['Redis', 'redis-server'],
];

describe.each(BUSES)('wake-ups by %s', (name, program) => {
  describe.skipIf(program !== null && !isInstalled(program))(program === null ? name : `needs ${program}`, () => {
    let bus: TestBusServer | null = null;
    let office: Office;

    beforeAll(async () => {
      bus = program === null ? null : await startBusServer(program);
      office = await openOffice(bus?.url);
    });
    afterAll(async () => {
      await office.server.stop();
      await bus?.kill();
    });

    test('[BUS1] what is written at any process is told at all, once and in order', async () => {
      const followers = await follow(office);
      const written = await write(office, 12);
      expect(await told(followers, written.length)).toEqual(followers.map(() => written));
    });

    test('[BUS1] who is here is told at all', async () => {
      const { server, callers } = office;
      const [here, there] = callers as [Client, Client];
      const presence = (await server.socket(there)).subscribe(PRESENCE);
      expect((await presence.next()).data).toEqual({ presence: { members: [] } });
      await here.ok(UPDATE, { input: { activity: 'VIEWING' } });
      const members = [{ member: { name: '许静' }, activity: 'VIEWING' }];
      expect((await presence.next()).data).toEqual({ presence: { members } });
    });

    test.skipIf(program === null)('[BUS2] a hint carries a cursor and no content, and is heard', async () => {
      const { server } = office;
      const heard = new Promise<string>((resolve) => {
        const { feed } = server.processes[1]!.services;
        const notified = feed.notified.bind(feed);
        feed.notified = (payload) => {
          resolve(payload);
          notified(payload);
        };
      });
      const { id } = await server.seed.complaint();
      const [cursor] = await write({ ...office, callers: [office.callers[0]!], complaint: id }, 1);
      expect(await heard).toBe(cursor);
    });

    test('[BUS3] while the line is away nothing is lost, and it is used again once it is back', async () => {
      const { server } = office;
      const followers = await follow(office);
      const away = async () => {
        if (bus !== null) return bus.kill();
        // The connections that hear; new ones come at once, and are killed while writes go on.
        await server.db.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = 'redress feed' AND datname = current_database()`,
        );
      };
      const before = await write(office, 4);
      const [meanwhile] = await Promise.all([write(office, 8), away()]);
      expect(await told(followers, 12)).toEqual(followers.map(() => [...before, ...meanwhile]));
      await bus?.start();
      const after = await write(office, 4);
      expect(await told(followers, 4)).toEqual(followers.map(() => after));
    });
  });
});

describe('without the bus', () => {
  test('[BUS4] a process starts, answers and is ready; /readyz says what it does not hear', async () => {
    // Nobody listens at this port: 9 is the discard service's.
    const office = await openOffice('redis://127.0.0.1:9');
    try {
      const ready = await office.callers[0]!.fetch('/readyz');
      expect(ready.status).toBe(200);
      expect(await ready.json()).toEqual({ status: 'ready', checks: { database: true, feed: false, running: true } });
      const followers = await follow(office);
      const written = await write(office, 2);
      expect(await told(followers, 2)).toEqual(followers.map(() => written));
    } finally {
      await office.server.stop();
    }
  }, 60_000);
});

describe('without the database', () => {
  test('[BUS5] a process that can’t reach it for a while keeps its sockets and catches up', async () => {
    const office = await openOffice();
    const { server, callers } = office;
    const wire = await startProxy(server.databaseUrl);
    try {
      const { url } = await server.startProcess({ databaseUrl: wire.url });
      const apart = callers[0]!.at(url);
      const all = { ...office, callers: [...callers, apart] };
      const followers = await follow(all);
      const before = await write(all, 3);
      expect(await told(followers, 3)).toEqual(followers.map(() => before));
      wire.cut();
      expect((await apart.fetch('/readyz')).status).toBe(503);
      expect((await apart.fetch('/healthz')).status).toBe(200);
      const meanwhile = await write(office, 6);
      expect(await told(followers.slice(0, 2), 6)).toEqual([meanwhile, meanwhile]);
      wire.mend();
      expect(await told(followers.slice(2), 6)).toEqual([meanwhile]);
      const after = await write(all, 3);
      expect(await told(followers, 3)).toEqual(followers.map(() => after));
    } finally {
      await server.stop();
      await wire.stop();
    }
  }, 60_000);
});

/**
 * Lets a process read nothing more of the stream, as if its answer were long in coming; `release` gives it. Resolves when
 * it has asked, so that no answer to an earlier question is under way.
 */
async function stall({ db: { pool }, services }: TestServer['app']): Promise<{ release: () => void }> {
  const query = pool.query;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const asked = new Promise<void>((resolve) => {
    pool.query = (async (...args: Parameters<typeof query>) => {
      const [statement] = args as unknown as [{ name?: string }];
      if (statement.name === 'stream_stretch') {
        resolve();
        await released;
      }
      return query.apply(pool, args);
    }) as typeof query;
  });
  services.feed.wake();
  await asked;
  return {
    release: () => {
      pool.query = query;
      release();
    },
  };
}

describe('a process that hears nothing of the others for a while', () => {
  test('[BD6] shows a caller what they have changed elsewhere all the same', async () => {
    const office = await openOffice();
    const [there, here] = office.callers as [Client, Client];
    await loadBoard(here);
    const deaf = await stall(office.server.processes[1]!);
    try {
      const { commentAdd } = await there.ok<{ commentAdd: { cursor: string } }>(COMMENT, {
        input: { id: office.complaint, text: 'seen' },
      });
      // Nobody else could know what is missing.
      expect((await loadBoard(here)).cursor < commentAdd.cursor).toBe(true);
      const returned = there.at(here.url);
      for (let n = 0; n < 2; n += 1) {
        expect((await loadBoard(returned)).cursor >= commentAdd.cursor).toBe(true);
      }
    } finally {
      deaf.release();
      await office.server.stop();
    }
  });

  test('[EV12] tells nothing twice that a replay has read ahead of it', async () => {
    const office = await openOffice();
    const { cursor, scope } = await loadBoard(office.callers[0]!);
    const written = await write(office, 1);
    // What happened before it began is not at hand there: it reads the log.
    const late = await office.server.startProcess();
    const deaf = await stall(late);
    try {
      written.push(...(await write(office, 3)));
      const caller = office.callers[0]!.at(late.url);
      const follower = new Events(await office.server.socket(caller), { after: cursor, scope });
      expect(await told([follower], 4)).toEqual([written]);
      const heard = parseCursor(written[0]!)!.seq;
      expect(late.services.feed.head).toBe(heard);
      deaf.release();
      const [next] = await write(office, 1);
      expect(await told([follower], 1)).toEqual([[next]]);
    } finally {
      deaf.release();
      await office.server.stop();
    }
  });
});
