import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

interface Page {
  totalCount: number;
  nodes: { number: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const LIST = `query List($orderBy: ComplaintOrder, $first: Int, $after: String, $last: Int, $before: String) {
  complaints(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { number } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const ORDERS = ['RECEIVED_AT', 'NEXT_DUE_AT', 'NUMBER'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => ({ field, direction })),
);

let server: TestServer;
let coordinator: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
  // Two at each moment, so that the order of a page hangs on more than its first key.
  for (let n = 0; n < 7; n += 1) {
    await server.seed.complaint({ severity: n % 2 === 0 ? 'URGENT' : 'GENERAL' });
    if (n % 2 === 1) server.time.advance(60_000);
  }
  const path = ['CONFIRMED', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED'] as const;
  const chain = server.seed.complaint().routed('logistics').claimed().contacted();
  await path.reduce((story, stage) => story.moved(stage), chain);
});
afterAll(() => server.stop());

async function page(variables: Record<string, unknown>): Promise<Page> {
  return (await coordinator.ok<{ complaints: Page }>(LIST, variables)).complaints;
}

test.each(ORDERS)('[PG1] pages in the order of %o hold every row once, in both directions', async (orderBy) => {
  const whole = (await page({ orderBy, first: 100 })).nodes.map(({ number }) => number);
  expect(new Set(whole).size).toBe(8);
  const forwards: string[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo, totalCount } = await page({ orderBy, first: 3, after });
    expect(totalCount).toBe(8);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    forwards.push(...nodes.map(({ number }) => number));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(forwards).toEqual(whole);
  const backwards: string[] = [];
  for (let before: string | null = null; ; ) {
    const { nodes, pageInfo } = await page({ orderBy, last: 3, before });
    backwards.unshift(...nodes.map(({ number }) => number));
    if (!pageInfo.hasPreviousPage) break;
    before = pageInfo.startCursor;
  }
  expect(backwards).toEqual(whole);
});

test('[PG1] a page goes on where it was, whatever was put in meanwhile', async () => {
  const orderBy = { field: 'NUMBER', direction: 'DESC' };
  const first = await page({ orderBy, first: 2 });
  await server.seed.complaint();
  const second = await page({ orderBy, first: 2, after: first.pageInfo.endCursor });
  const whole = (await page({ orderBy, first: 100 })).nodes.map(({ number }) => number);
  expect([...first.nodes, ...second.nodes].map(({ number }) => number)).toEqual(whole.slice(1, 5));
});

test('[PG2] sizes out of bounds, both directions at once and foreign cursors are refused in words', async () => {
  const byNumber = await page({ orderBy: { field: 'NUMBER', direction: 'ASC' }, first: 1 });
  const forged = Buffer.from(JSON.stringify(['complaints:RECEIVED_AT:DESC', 'soon', "'; --"])).toString('base64url');
  const wrong = [
    { first: 101 },
    { first: -1 },
    { first: 1, last: 1 },
    { first: 1, after: 'nonsense' },
    { first: 1, after: byNumber.edges[0]!.cursor },
    { first: 1, after: forged },
  ];
  for (const variables of wrong) {
    const { errors } = await coordinator.ask(LIST, variables);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]!.message).toMatch(/`(first|last|after)`/);
  }
});

test('[PG1] the lists of a complaint are paged too', async () => {
  const { id } = await server.seed.complaint().routed('logistics').claimed().contacted();
  const query = `query Lists($id: ID!, $after: String) { complaint(by: { id: $id }) {
    timeline(first: 2, after: $after) { nodes { __typename } pageInfo { hasNextPage endCursor } }
    deadlines(first: 1) { totalCount nodes { kind dueAt } pageInfo { hasNextPage endCursor } } } }`;
  interface Lists {
    complaint: {
      timeline: { nodes: { __typename: string }[]; pageInfo: Page['pageInfo'] };
      deadlines: { totalCount: number; nodes: { kind: string }[]; pageInfo: Page['pageInfo'] };
    };
  }
  const told: string[] = [];
  for (let after: string | null = null; ; ) {
    const { complaint }: Lists = await coordinator.ok<Lists>(query, { id, after });
    told.push(...complaint.timeline.nodes.map(({ __typename }) => __typename));
    expect(complaint.deadlines).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    if (!complaint.timeline.pageInfo.hasNextPage) break;
    after = complaint.timeline.pageInfo.endCursor;
  }
  expect(told).toEqual(['ContactRecorded', 'ComplaintClaimed', 'ComplaintRouted', 'ComplaintRegistered']);
});
