import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { act } from '../api/act.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import type { TestSubscription } from '../testkit/socket.ts';

const INBOX = `subscription { inboxEvents {
  count { waiting unread } entries { kind isWaiting complaint { id } actor { ... on Member { name } } } } }`;

interface News {
  count: { waiting: number; unread: number };
  entries: { kind: string; complaint: { id: string } }[];
}

const servers: TestServer[] = [];
let server: TestServer;
let head: SeededMember;
let deputy: SeededMember;
let coordinator: SeededMember;

beforeEach(async () => {
  server = await startServer({ processes: 2 });
  servers.push(server);
  await server.seed.departments('logistics', 'finance');
  head = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics', name: '何主管' });
  deputy = await server.seed.member({ role: 'DEPUTY_HEAD', department: 'logistics' });
  coordinator = await server.seed.member({ role: 'COORDINATOR', name: '许静' });
});
afterAll(async () => {
  for (const started of servers) await started.stop();
});

async function watch(member: SeededMember, process = 0): Promise<TestSubscription> {
  const client = await server.signedIn(member, process);
  return (await server.socket(client)).subscribe(INBOX);
}

async function news(subscription: TestSubscription): Promise<News> {
  const { data, errors } = await subscription.next<{ inboxEvents: News }>();
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.inboxEvents;
}

test('[NT12] a new entry is told at every process, and so is that somebody else answered it', async () => {
  const [here, there] = [await watch(head, 0), await watch(head, 1)];
  const empty = { count: { waiting: 0, unread: 0 }, entries: [] };
  expect(await news(here)).toEqual(empty);
  expect(await news(there)).toEqual(empty);
  const { id } = await server.seed.complaint().routed('logistics', server.seed.as(coordinator));
  const came = {
    count: { waiting: 1, unread: 1 },
    entries: [{ kind: 'CLAIM_WAITING', isWaiting: true, complaint: { id }, actor: { name: '许静' } }],
  };
  expect(await news(here)).toEqual(came);
  expect(await news(there)).toEqual(came);
  server.time.advance(1_000);
  await act(await server.signedIn(deputy, 1), 'complaintClaim', { id });
  const answered = { count: { waiting: 0, unread: 1 }, entries: [] };
  expect(await news(here)).toEqual(answered);
  expect(await news(there)).toEqual(answered);
  const read = `mutation { notificationsRead(input: { all: true }) { __typename } }`;
  await (await server.signedIn(head)).ok(read);
  expect(await news(there)).toEqual(empty);
});

test('[NT12] nobody is told of what others are told, or what goes out of their sight', async () => {
  const finance = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'finance' });
  const [theirs, others] = [await watch(head), await watch(finance)];
  await news(theirs);
  await news(others);
  const { id } = await server.seed.complaint().routed('logistics');
  expect(await news(theirs)).toMatchObject({ count: { waiting: 1 } });
  await act(await server.signedIn(coordinator), 'complaintRoute', { id, departmentCode: 'finance' });
  expect(await news(theirs)).toEqual({ count: { waiting: 0, unread: 0 }, entries: [] });
  expect(await news(others)).toMatchObject({ count: { waiting: 1 }, entries: [{ complaint: { id } }] });
  expect(others.waiting).toBe(0);
});

test('[NT13] whoever loses a role loses what it showed at once, and a session that ends takes the stream along', async () => {
  const client = await server.signedIn(head);
  const socket = await server.socket(client);
  const subscription = socket.subscribe(INBOX);
  await news(subscription);
  await server.seed.complaint().routed('logistics');
  expect(await news(subscription)).toMatchObject({ count: { waiting: 1 } });
  await server.seed.setRoles(head, [{ role: 'AGENT', department: 'finance' }]);
  expect(await news(subscription)).toEqual({ count: { waiting: 0, unread: 0 }, entries: [] });
  await client.ok('mutation { signOut { __typename } }');
  expect((await socket.closed).code).toBe(4403);
});

test('[NT12] tokens have no inbox', async () => {
  const token = await server.seed.token('wall', ['READ']);
  const socket = await server.socket(server.client(), { connectionParams: { authorization: `Bearer ${token}` } });
  const { errors } = await socket.subscribe(INBOX).next();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

test('[ME27] whoever lists meetings is told, at every process, that something of them is another, and nothing else', async () => {
  const MEETINGS = 'subscription { inboxEvents { meetingsChanged count { waiting } entries { kind } } }';
  const runs = await server.signedIn(coordinator);
  const told = (await server.socket(await server.signedIn(deputy, 1))).subscribe(MEETINGS);
  const next = async () => (await told.next<{ inboxEvents: { meetingsChanged: boolean } }>()).data?.inboxEvents;
  expect(await next()).toMatchObject({ meetingsChanged: false });
  const anew = { meetingsChanged: true, count: { waiting: 0 }, entries: [] };
  const rhythm = { weekday: 2, startsAt: 570, timeZone: 'Asia/Shanghai' };
  const { series } = await act(runs, 'meetingSeriesPut', { name: '周会', rhythm });
  expect(await next()).toEqual(anew);
  const { day } = series.dates.at(-1)!;
  await act(runs, 'meetingDateCallOff', { seriesId: series.id, day, reason: '假期', expectedRevision: 0 });
  expect(await next()).toEqual(anew);
  const { meeting } = await act(runs, 'meetingStart', { seriesId: series.id });
  expect(await next()).toEqual(anew);
  // What is looked at in it is told by the meeting's own stream.
  await act(runs, 'meetingItemAdd', { id: meeting.id, title: '排班' });
  await act(runs, 'meetingEnd', { id: meeting.id });
  expect(await next()).toEqual(anew);
  expect(told.waiting).toBe(0);
});

test('[NT22] at every process the count goes with a reminder of a meeting: when it comes, and when its time has gone by', async () => {
  const COUNT = 'subscription { inboxEvents { count { waiting unread meetingsWaiting meetingsUnread } } }';
  const there = (await server.socket(await server.signedIn(head, 1))).subscribe(COUNT);
  /** What is told until it is this. */
  const hears = async (n: number) => {
    const count = { waiting: n, unread: n, meetingsWaiting: n, meetingsUnread: n };
    for (;;) {
      const { data } = await there.next<{ inboxEvents: object }>();
      if (JSON.stringify(data?.inboxEvents) === JSON.stringify({ count })) return;
    }
  };
  await hears(0);
  const at = new Date(server.time.now().getTime() + 10 * 60_000);
  const startsAt = at.getUTCHours() * 60 + at.getUTCMinutes();
  const rhythm = { weekday: at.getUTCDay() || 7, startsAt, timeZone: 'UTC' };
  const memberIds = [encodeId('Member', head.id)];
  await act(await server.signedIn(coordinator), 'meetingSeriesPut', { name: '周会', rhythm, memberIds });
  await server.app.reminders.look();
  await hears(1);
  server.time.advance(71 * 60_000);
  await server.app.reminders.look();
  await hears(0);
});
