import { SERVER_FAILED, backoffMs } from '@redress/board/live/backoff';
import { Connection, GRACE_MS } from '@redress/board/live/connection';
import { follow } from '@redress/board/live/follow';
import { ServerClock } from '@redress/board/live/server-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeTimers, settled } from './board-model/fake-timers.ts';
import { openBoard } from './board-model/open-board.ts';

function connection() {
  const timers = new FakeTimers();
  const made = new Connection(timers, () => timers.now());
  const told: string[] = [];
  made.subscribe(() => told.push(made.state.kind));
  return { made, timers, told };
}

test('[BS19] a drop is a moment’s reconnecting, then offline since it happened', () => {
  const { made, timers, told } = connection();
  made.opened(false);
  const since = timers.now();
  made.dropped();
  timers.advance(GRACE_MS - 1);
  expect(made.state).toEqual({ kind: 'reconnecting', since });
  timers.advance(1);
  made.dropped();
  timers.advance(60_000);
  expect(made.state).toEqual({ kind: 'offline', since });
  expect(told).toEqual(['live', 'reconnecting', 'offline']);
});

test('[BS19] after a resume it catches up, counting, until the checkpoint', () => {
  const { made } = connection();
  made.opened(false);
  made.dropped();
  made.opened(true);
  made.received();
  made.received();
  expect(made.state).toEqual({ kind: 'catching-up', events: 2 });
  made.caughtUp();
  expect(made.state).toEqual({ kind: 'live' });
});

test('[BS20] after a drop the stream goes on from the last cursor: nothing is lost, nothing told twice', async () => {
  const { session, store, server, drain, drainSteps, ids } = openBoard();
  server.register('RECEIVED');
  session.open({});
  await drainSteps();
  server.drop();
  const missed = [server.register('RECEIVED'), server.register('CONFIRMED')];
  await drain();
  expect(session.connection.state).toEqual({ kind: 'live' });
  expect([...ids('RECEIVED'), ...ids('CONFIRMED')]).toEqual(expect.arrayContaining(missed));
  expect(store.column('RECEIVED').total).toBe(2);
});

test('[BS26] a board whose session ended says so, and goes on once there is another', async () => {
  const { session, server, drain, drainSteps, ids } = openBoard();
  session.open({});
  await drainSteps();
  server.drop('unauthenticated');
  expect(session.connection.state).toEqual({ kind: 'signed-out' });
  const missed = server.register('RECEIVED');
  await drain();
  expect(session.connection.state).toEqual({ kind: 'live' });
  expect(ids('RECEIVED')).toEqual([missed]);
});

test('[BS26] a stream of pictures comes back after whatever it was closed with, until it is left', () => {
  const timers = new FakeTimers();
  const told: number[] = [];
  let breaks = 0;
  let line: Parameters<Parameters<typeof follow<{ n: number }>>[0]>[0] | null = null;
  const leave = follow<{ n: number }>(
    (sink) => {
      line = sink;
      return () => (line = null);
    },
    { told: ({ n }) => told.push(n), broken: () => (breaks += 1) },
    timers,
    () => 0.5,
  );
  const breakWith = (end: (sink: NonNullable<typeof line>) => void) => {
    const broken = line!;
    line = null;
    end(broken);
    expect(line).toBeNull();
    timers.advance(10_000);
    line!.next({ data: { n: breaks } });
  };
  breakWith((sink) => sink.error({ code: 4403, reason: 'Forbidden' }));
  breakWith((sink) => sink.error({ code: 1001, reason: 'Going away' }));
  breakWith((sink) => sink.complete());
  expect(told).toEqual([1, 2, 3]);
  line!.error({ code: 4403, reason: 'Forbidden' });
  leave();
  timers.advance(60_000);
  expect(line).toBeNull();
  expect(breaks).toBe(4);
});

test('[BS20] what falls between loading the board and following it is told', async () => {
  const { session, server, drain, ids } = openBoard();
  session.open({});
  server.step(0); // the picture is taken, and on its way
  const between = server.register('RECEIVED');
  await drain();
  expect(ids('RECEIVED')).toEqual([between]);
});

test('[BS21] whoever has no network waits, spread at random, and never long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const wait = backoffMs(failures, random);
      expect(wait).toBeGreaterThanOrEqual(150);
      expect(wait).toBeLessThanOrEqual(8000);
      const longer = backoffMs(failures, random, SERVER_FAILED);
      expect(longer).toBeGreaterThanOrEqual(2_500);
      expect(longer).toBeLessThanOrEqual(60_000);
    }),
  );
});

test('[BS27] a board whose server failed says so until it is mended, and asks again by itself, ever less often', async () => {
  const { session, store, server, timers, drainSteps, ids } = openBoard();
  const failed = { kind: 'failed', why: 'server', message: 'broken' };
  server.failingLoads = 3;
  session.open({});
  await settled();
  expect(store.phase).toEqual(failed);
  for (const wait of [3_750, 7_500]) {
    const left = server.failingLoads;
    timers.advance(wait - 1);
    expect(server.failingLoads).toBe(left);
    timers.advance(1);
    expect(server.failingLoads).toBe(left - 1);
    // While it asks it has nothing new to say.
    expect(store.phase).toEqual(failed);
    await settled();
  }
  const registered = server.register('RECEIVED');
  timers.advance(15_000);
  await drainSteps();
  expect(store.phase.kind).toBe('ready');
  expect(ids('RECEIVED')).toEqual([registered]);
});

test('[BS27] who asks by hand sees that it is asked', async () => {
  const { session, store, server } = openBoard();
  server.failingLoads = 2;
  session.open({});
  await settled();
  session.open({});
  expect(store.phase).toEqual({ kind: 'loading' });
  await settled();
  expect(store.phase.kind).toBe('failed');
});

test('[BS22] the server’s time is known within half a round trip, whatever the local clock says', () => {
  let local = 1_000_000;
  const clock = new ServerClock(() => local);
  const dayOff = 86_400_000;
  const sentAt = local;
  local += 80;
  clock.sample(sentAt + 40 + dayOff, sentAt);
  local += 10_000;
  expect(Math.abs(clock.now() - (local + dayOff))).toBeLessThanOrEqual(41);
});

test('[BS22] a coarse answer does not spoil a fine one, and a clock that was set counts anew', () => {
  let local = 5_000_000;
  const clock = new ServerClock(() => local);
  clock.sample(local, local);
  clock.sample(local - 700, local, 1000);
  expect(Math.abs(clock.now() - local)).toBeLessThanOrEqual(1);
  const server = local;
  local -= 3_600_000;
  clock.sample(server, local, 1000);
  expect(Math.abs(clock.now() - server)).toBeLessThanOrEqual(501);
});
