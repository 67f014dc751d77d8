import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatCursor, parseCursor } from '@redress/domain/events/cursor';
import type { Client } from '../testkit/client.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { Events, idsOn, loadBoard } from './board-client.ts';

const HOUR_MS = 60 * 60_000;

let server: TestServer;
let coordinator: SeededMember;
let client: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'finance');
  coordinator = await server.seed.member({ role: 'COORDINATOR' });
  client = await server.signedIn(coordinator);
});

afterAll(() => server.stop());

describe('from a cursor on', () => {
  test('[EV10] what fell while the socket was gone is told, in order, once', async () => {
    const { cursor, scope } = await loadBoard(client);
    const first = await server.socket(client);
    const before = new Events(first, { after: cursor, scope });
    const complaint = await server.seed.complaint();
    expect(await before.next()).toMatchObject({ __typename: 'ComplaintRegistered', complaint: { id: complaint.id } });

    first.drop();
    await first.closed;
    const { uuid } = complaint;
    const away = await server.seed.complaint().routed('logistics').claimed().contacted().moved('CONFIRMED');
    const second = await server.socket(client);
    const after = new Events(second, { after: before.last, scope });
    const told = await after.take(5);
    expect(told).toEqual([
      'ComplaintRegistered CONFIRMED',
      'ComplaintRouted CONFIRMED',
      'ComplaintClaimed CONFIRMED',
      'ContactRecorded CONFIRMED',
      'ComplaintMoved CONFIRMED',
    ]);
    expect(away.uuid).not.toBe(uuid);
    const board = await loadBoard(client);
    expect(idsOn(board)).toContain(away.id);
  });

  test('[EV11] nothing falls between loading the board and subscribing', async () => {
    const { cursor, scope } = await loadBoard(client);
    const socket = await server.socket(client);
    const between = await server.seed.complaint();
    const events = new Events(socket, { after: cursor, scope });
    const afterwards = await server.seed.complaint();
    expect((await events.next()).complaint?.id).toBe(between.id);
    expect((await events.next()).complaint?.id).toBe(afterwards.id);
  });

  test('[EV11] writers who never pause leave no gap to whoever joins', async () => {
    const { cursor, scope } = await loadBoard(client);
    const written: string[] = [];
    let writing = true;
    const writer = (async () => {
      while (writing) written.push((await server.seed.complaint()).id);
    })();
    const sockets = await Promise.all(Array.from({ length: 4 }, () => server.socket(client)));
    const joined = sockets.map((socket) => new Events(socket, { after: cursor, scope }));
    const told = await Promise.all(
      joined.map(async (events) => {
        const ids: string[] = [];
        while (ids.length < 25) ids.push((await events.next()).complaint!.id);
        return ids;
      }),
    );
    writing = false;
    await writer;
    for (const ids of told) expect(ids).toEqual(written.slice(0, 25));
  });

  test('[EV12] the replay ends with a checkpoint, and then it is live', async () => {
    const { cursor } = await loadBoard(client);
    await server.seed.complaint();
    // What the process has not heard of yet, or is about to tell others of the same sight, is not replayed but told
    // live, behind the checkpoint. A filter of its own makes it a sight of its own.
    await server.settled();
    const filter = { stages: ['RECEIVED'] };
    const events = new Events(await server.socket(client), { after: cursor, filter });
    expect((await events.any()).__typename).toBe('ComplaintRegistered');
    expect((await events.any()).__typename).toBe('BoardCheckpoint');
    await server.seed.complaint();
    expect((await events.any()).__typename).toBe('ComplaintRegistered');
  });

  test('[EV13] without a cursor it begins now, with a checkpoint that can be resumed from', async () => {
    await server.settled();
    const events = new Events(await server.socket(client));
    const { cursor } = await loadBoard(client);
    expect(await events.any()).toEqual({ __typename: 'BoardCheckpoint', cursor, previous: null });
  });

  test('[EV14] within a second the head moves on for those who were told nothing', async () => {
    const head = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'finance' });
    const theirs = await server.signedIn(head);
    const events = new Events(await server.socket(theirs));
    await events.any();
    const { cursor } = await server.seed.complaint().routed('logistics');
    const checkpoint = await events.any();
    expect(checkpoint.__typename).toBe('BoardCheckpoint');
    const caughtUp = checkpoint.cursor >= cursor ? checkpoint : await events.any();
    expect(caughtUp).toMatchObject({ __typename: 'BoardCheckpoint', cursor });
  });
});

describe('where one can not go on', () => {
  test('[EV15][EV18] a cursor from before what one can resume from is answered with a reset; the log keeps it all', async () => {
    const own = await startServer();
    try {
      await own.seed.departments('logistics');
      const caller = await own.signedIn(await own.seed.member({ role: 'COORDINATOR' }));
      const { cursor, scope } = await loadBoard(caller);
      const { number } = await own.seed.complaint().routed('logistics');
      own.time.advance(71 * HOUR_MS);
      await own.app.housekeeping.sweep();
      const late = new Events(await own.socket(caller), { after: cursor, scope });
      expect(await late.next()).toMatchObject({ __typename: 'ComplaintRegistered', complaint: { number } });

      const kept = await own.seed.complaint();
      own.time.advance(2 * HOUR_MS);
      await own.app.housekeeping.sweep();
      const { feed } = own.app.services;
      feed.wake();
      await expect.poll(() => feed.floor).toBeGreaterThan(0);
      const socket = await own.socket(caller);
      const tooLate = new Events(socket, { after: cursor, scope });
      expect(await tooLate.any()).toMatchObject({ __typename: 'BoardReset', reason: 'EXPIRED' });
      expect(await tooLate.over).toEqual({ by: 'complete' });
      const before = formatCursor(feed.epoch, feed.floor);
      const inTime = new Events(socket, { after: before, scope });
      while ((await inTime.next()).complaint?.id !== kept.id);
      const { rows } = await own.db.pool.query<{ first: number }>('SELECT min("seq") AS "first" FROM "event"');
      expect(rows[0]!.first).toBe(1);
    } finally {
      await own.stop();
    }
  });

  test('[EV15] what is no cursor, another history, and a number that was never given are resets too', async () => {
    const { cursor } = await loadBoard(client);
    const { epoch, seq } = parseCursor(cursor)!;
    const socket = await server.socket(client);
    expect(await new Events(socket, { after: formatCursor('another0epoch', 5) }).any()).toMatchObject({
      reason: 'STREAM_RESTORED',
    });
    expect(await new Events(socket, { after: formatCursor(epoch, seq + 1_000) }).any()).toMatchObject({
      reason: 'STREAM_RESTORED',
    });
  });

  test('[EV16] a board that was loaded in another sight is told to load again', async () => {
    const { cursor } = await loadBoard(client);
    const events = new Events(await server.socket(client), { after: cursor, scope: 'another sight' });
    expect(await events.any()).toMatchObject({ __typename: 'BoardReset', reason: 'SCOPE_CHANGED' });
    expect(await events.over).toEqual({ by: 'complete' });
  });

  test('[EV17] a database that was restored begins another history: everybody loads again', async () => {
    const own = await startServer();
    try {
      await own.seed.departments('logistics');
      const caller = await own.signedIn(await own.seed.member({ role: 'COORDINATOR' }));
      const { cursor, scope } = await loadBoard(caller);
      const events = new Events(await own.socket(caller), { after: cursor, scope });
      await events.any();
      await own.db.pool.query(`UPDATE "stream" SET "epoch" = 'restored1'`);
      own.app.services.feed.wake();
      expect(await events.next()).toMatchObject({ __typename: 'BoardReset', reason: 'STREAM_RESTORED' });
      const again = await loadBoard(caller);
      expect(again.cursor).toMatch(/^restored1\./);
      const resumed = new Events(await own.socket(caller), { after: again.cursor, scope: again.scope });
      const { id } = await own.seed.complaint();
      expect((await resumed.next()).complaint?.id).toBe(id);
    } finally {
      await own.stop();
    }
  });
});
