import { gatherMs } from '@redress/api/live/presence-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('[PR3] few are told at once, many of many more seldom', () => {
  expect(gatherMs(10, 10)).toBe(150);
  expect(gatherMs(200, 200)).toBe(2_000);
  expect(gatherMs(5_000, 5_000)).toBe(15_000);
});
