import { Presence } from '@redress/api/live/presence';
import { gatherMs } from '@redress/api/live/presence-stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import type { TestSubscription } from '../testkit/socket.ts';

const PRESENCE = 'subscription { presence { members { member { name } complaintId activity } } }';
const UPDATE = 'mutation ($input: PresenceUpdateInput!) { presenceUpdate(input: $input) { __typename } }';

interface Picture {
  presence: { members: { member: { name: string }; complaintId: string | null; activity: string }[] };
}

let server: TestServer;
let head: SeededMember;
let coordinator: SeededMember;

beforeAll(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics', 'finance');
  head = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics', name: '何主管' });
  coordinator = await server.seed.member({ role: 'COORDINATOR', name: '许静' });
});

afterAll(() => server.stop());

async function watch(client: Client): Promise<TestSubscription> {
  return (await server.socket(client)).subscribe(PRESENCE);
}

async function picture(subscription: TestSubscription): Promise<Picture['presence']['members']> {
  const { data } = await subscription.next<Picture>();
  return data!.presence.members;
}

test('[PR1] who is here is told as a whole, also to those at another process', async () => {
  const caller = await server.signedIn(coordinator, 0);
  const here = await watch(caller);
  const there = await watch(await server.signedIn(coordinator, 1));
  expect(await picture(here)).toEqual([]);
  expect(await picture(there)).toEqual([]);
  await caller.ok(UPDATE, { input: { activity: 'VIEWING' } });
  const expected = [{ member: { name: '许静' }, complaintId: null, activity: 'VIEWING' }];
  expect(await picture(here)).toEqual(expected);
  expect(await picture(there)).toEqual(expected);
  await caller.ok(UPDATE, { input: { activity: 'AWAY' } });
  expect(await picture(there)).toEqual([]);
});

test('[PR5] a member is here while any of their windows is, at what changed last in them', async () => {
  const looked = await server.seed.complaint().routed('logistics');
  const caller = await server.signedIn(coordinator, 0);
  const watching = await watch(await server.signedIn(head, 1));
  expect(await picture(watching)).toEqual([]);
  const say = (window: string | null, activity: string, complaintId: string | null = null) =>
    caller.ok(UPDATE, { input: { complaintId, activity, window } });
  const at = (complaintId: string | null, activity: string) => [{ member: { name: '许静' }, complaintId, activity }];
  await say('one', 'EDITING', looked.id);
  expect(await picture(watching)).toEqual(at(looked.id, 'EDITING'));
  await say('two', 'VIEWING');
  expect(await picture(watching)).toEqual(at(null, 'VIEWING'));
  // Hidden again, it leaves what the other one shows.
  await say('two', 'AWAY');
  expect(await picture(watching)).toEqual(at(looked.id, 'EDITING'));
  // Of an older client, which knows of one window.
  await say(null, 'VIEWING', looked.id);
  expect(await picture(watching)).toEqual(at(looked.id, 'VIEWING'));
  await say(null, 'AWAY');
  expect(await picture(watching)).toEqual(at(looked.id, 'EDITING'));
  await say('one', 'AWAY');
  expect(await picture(watching)).toEqual([]);
});

test('[PR2] a complaint out of sight is not named', async () => {
  const theirs = await server.seed.complaint().routed('logistics');
  const others = await server.seed.complaint().routed('finance');
  const caller = await server.signedIn(coordinator);
  const watching = await watch(await server.signedIn(head));
  expect(await picture(watching)).toEqual([]);
  await caller.ok(UPDATE, { input: { complaintId: others.id, activity: 'EDITING' } });
  expect(await picture(watching)).toEqual([{ member: { name: '许静' }, complaintId: null, activity: 'VIEWING' }]);
  await caller.ok(UPDATE, { input: { complaintId: theirs.id, activity: 'EDITING' } });
  expect(await picture(watching)).toEqual([{ member: { name: '许静' }, complaintId: theirs.id, activity: 'EDITING' }]);
});

test('[PR5] a window that repeats itself brings nothing back, one that falls silent takes only itself along', () => {
  vi.useFakeTimers();
  const presence = new Presence(() => undefined);
  try {
    presence.start();
    const say = (window: string, complaintId: string) =>
      presence.update('m', { window, complaintId, activity: 'VIEWING' });
    say('one', 'a');
    say('two', 'b');
    for (let told = 0; told < 3; told += 1) {
      vi.advanceTimersByTime(15_000);
      say('one', 'a');
      expect(presence.everybody).toEqual([{ memberId: 'm', complaintId: 'b', activity: 'VIEWING' }]);
    }
    vi.advanceTimersByTime(15_000);
    expect(presence.everybody).toEqual([{ memberId: 'm', complaintId: 'a', activity: 'VIEWING' }]);
    vi.advanceTimersByTime(60_000);
    expect(presence.everybody).toEqual([]);
  } finally {
    presence.stop();
    vi.useRealTimers();
  }
});

test('[PR5] a window’s name is short', async () => {
  const { errors } = await (await server.signedIn(head)).ask(UPDATE, {
    input: { activity: 'VIEWING', window: 'w'.repeat(65) },
  });
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});

test('[PR3] few are told at once, many of many more seldom', () => {
  expect(gatherMs(10, 10)).toBe(150);
  expect(gatherMs(200, 200)).toBe(2_000);
  expect(gatherMs(5_000, 5_000)).toBe(15_000);
});
