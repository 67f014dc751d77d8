import { readBoard } from '@redress/domain/reads/board';
import { HeldBoard } from '@redress/domain/reads/held-board';
import { NO_FILTER } from '@redress/domain/rules/filter';
import type { Scope } from '@redress/domain/rules/principal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const ALL: Scope = { key: 'all', seesAll: true, grantees: [] };

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'finance');
});
afterAll(() => server.stop());

const query = () => ({ scope: ALL, filter: NO_FILTER, viewerId: null, now: server.time.now() });

/** Numbers of the cards by column, and what the columns' heads say. */
function summary(board: Awaited<ReturnType<typeof readBoard>> | null) {
  return board?.columns.map(({ page, ...head }) => ({ ...head, cards: page!.edges.map(({ node }) => node) }));
}

describe('the board that is held', () => {
  test('[BD4] it moves on with the stream and stays what the database says at its cursor', async () => {
    const { held } = server.app.services;
    await server.seed.complaint().routed('logistics').claimed().handedTo('finance');
    await server.seed.complaint().routed('finance').moved('CONFIRMED');
    await server.seed.complaint();
    const read = await readBoard(server.db, query(), { first: 50 });
    const answered = held.answer(query(), { first: 50 });
    expect(answered?.cursor).toBe(read.cursor);
    expect(summary(answered)).toEqual(summary(read));
    expect(held.size).toBe(read.columns.reduce((sum, { totalCount }) => sum + totalCount, 0));
  });

  test('[BD4] what happened while it was being read is in it', async () => {
    const { services } = server.app;
    const { db, held } = services;
    const reloaded = held.reload();
    expect(held.answer(query(), { first: 50 })).toBeNull();
    await Promise.all([reloaded, server.seed.complaint(), server.seed.complaint()]);
    await server.settled();
    const read = await readBoard(db, query(), { first: 50 });
    expect(summary(held.answer(query(), { first: 50 }))).toEqual(summary(read));
  });

  test('[BD5] a board that is too large is not held, and read from the database', async () => {
    const small = new HeldBoard({ db: server.db, now: () => server.time.now(), atMost: 1 });
    await small.load();
    expect(small.size).toBe(0);
    expect(small.answer(query(), null)).toBeNull();
    const none = new HeldBoard({ db: server.db, now: () => server.time.now(), atMost: 0 });
    await none.load();
    expect(none.answer(query(), null)).toBeNull();
  });

  test('[BD4] a closed card leaves it after its thirty days', async () => {
    const { uuid } = await server.seed
      .complaint()
      .routed('logistics')
      .claimed()
      .contacted()
      .followedUp()
      .moved('CLOSED');
    const { held } = server.app.services;
    expect(held.card(uuid)).toBeDefined();
    // What falls due in a month must not be published while the two are compared.
    await server.app.clock.stop();
    server.time.advance(31 * 86_400_000);
    const read = await readBoard(server.db, query(), { first: 50 });
    expect(summary(held.answer(query(), { first: 50 }))).toEqual(summary(read));
    await server.seed.complaint();
    expect(held.card(uuid)).toBeUndefined();
  });
});
