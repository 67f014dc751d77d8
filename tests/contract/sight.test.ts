import { dutyGive } from '@redress/domain/actions/duty-give';
import { encodeId } from '@redress/schema/ids';
import type { NodeType } from '@redress/schema/ids';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededComplaint } from '../testkit/complaint-seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let server: TestServer;
let coordinator: Client;
let stranger: Client;
let seen: SeededComplaint;

const CUSTOMER = {
  name: '欧阳小明',
  phone: '199 0000 1234',
  email: 'ou@example.com',
  region: '杭州',
  tier: '金卡',
  group: null,
};

beforeAll(async () => {
  server = await startServer();
  const { seed } = server;
  await seed.departments('logistics', 'warehouse', 'finance');
  coordinator = await server.signedIn(await seed.member({ role: 'COORDINATOR' }));
  stranger = await server.signedIn(await seed.member({ role: 'DEPARTMENT_HEAD', department: 'finance' }));
  seen = await seed
    .complaint({ customer: CUSTOMER, subject: '冰箱 BCD-501 没有送到' })
    .routed('logistics')
    .claimed()
    .contacted()
    .handedTo('warehouse');
  const duty = { departmentCode: 'warehouse', ownerId: null, what: '找到货', dueAt: null };
  await dutyGive(seed.system, { complaintId: seen.uuid, ...duty });
});
afterAll(() => server.stop());

/** The global ids of everything that belongs to the complaint. */
async function ids(): Promise<Record<string, string>> {
  const rowOf = async (type: NodeType, table: string, column = 'complaintId') => {
    const { rows } = await server.db.pool.query<{ id: string }>(
      `SELECT "id" FROM "${table}" WHERE "${column}" = $1 LIMIT 1`,
      [seen.uuid],
    );
    return [type, encodeId(type, rows[0]!.id)] as const;
  };
  const { rows } = await server.db.pool.query<{ customerId: string }>(
    'SELECT "customerId" FROM "complaint" WHERE "id" = $1',
    [seen.uuid],
  );
  return Object.fromEntries([
    ['Complaint', seen.id],
    ['Customer', encodeId('Customer', rows[0]!.customerId)],
    ...(await Promise.all([
      rowOf('Contact', 'contact'),
      rowOf('Deadline', 'deadline'),
      rowOf('Duty', 'duty'),
      rowOf('Handoff', 'handoff'),
    ])),
  ]);
}

test('[VIS3] every way to a complaint is open to who sees it, and shut to who does not', async () => {
  const everything = await ids();
  const query = `query Ways($id: ID!, $ids: [ID!]!, $number: String!) {
    node(id: $id) { __typename }
    nodes(ids: $ids) { __typename id }
    byId: complaint(by: { id: $id }) { number }
    byNumber: complaint(by: { number: $number }) { number }
    complaints { totalCount nodes { number } }
    board { columns { totalCount complaints { nodes { number } } } }
  }`;
  const variables = { id: seen.id, ids: Object.values(everything), number: seen.number };
  interface Ways {
    nodes: ({ __typename: string; id: string } | null)[];
    byId: unknown;
    complaints: { totalCount: number };
    board: { columns: { totalCount: number }[] };
  }
  const open = await coordinator.ok<Ways>(query, variables);
  expect(open.nodes.map((node) => node?.__typename)).toEqual(Object.keys(everything));
  expect(open.nodes.map((node) => node?.id)).toEqual(Object.values(everything));
  expect(open).toMatchObject({
    byId: { number: seen.number },
    byNumber: { number: seen.number },
    complaints: { totalCount: 1 },
  });

  const shut = await stranger.ok<Ways>(query, variables);
  expect(shut).toMatchObject({ node: null, byId: null, byNumber: null, complaints: { totalCount: 0, nodes: [] } });
  expect(shut.nodes).toEqual(Object.values(everything).map(() => null));
  expect(shut.board.columns.every(({ totalCount }) => totalCount === 0)).toBe(true);
});

test('[VIS3] a mutation answers the same for what is hidden and for what is not there', async () => {
  const mutation = `mutation Comment($id: ID!) {
    commentAdd(input: { id: $id, text: "?" }) { __typename ... on UserError { code message } } }`;
  const hidden = await stranger.ok(mutation, { id: seen.id });
  const absent = await stranger.ok(mutation, { id: encodeId('Complaint', '01890000-0000-7000-8000-000000000000') });
  expect(hidden).toEqual(absent);
  expect(hidden).toMatchObject({ commentAdd: { __typename: 'NotFoundError', code: 'NOT_FOUND' } });
});

test('[VIS3] no filter reaches beyond what the viewer sees', async () => {
  const query = `query Beyond($filter: ComplaintFilter) { complaints(filter: $filter) { totalCount } board(filter: $filter) { columns { totalCount } } }`;
  const filters = [
    { mine: true },
    { mine: false },
    { unclaimed: false },
    { text: seen.number },
    { text: '冰箱' },
    { pendingHandoff: true },
  ];
  for (const filter of filters) {
    const { complaints, board } = await stranger.ok<{
      complaints: { totalCount: number };
      board: { columns: { totalCount: number }[] };
    }>(query, { filter });
    expect([complaints, ...board.columns].every(({ totalCount }) => totalCount === 0)).toBe(true);
  }
});

test('[VIS5] a customer is masked, also for who handles the complaint', async () => {
  const { complaint } = await coordinator.ok<{ complaint: { customer: unknown } }>(
    `query Customer($id: ID!) { complaint(by: { id: $id }) { customer { name phone email region tier } } }`,
    { id: seen.id },
  );
  expect(complaint.customer).toMatchObject({ region: '杭州', tier: '金卡', email: 'o***@example.com' });
  expect(JSON.stringify(complaint)).not.toMatch(/小明|0000|1234|ou@/);
});

test('[API8] who is not signed in gets nothing but the public fields', async () => {
  const nobody = server.client();
  expect(await nobody.ok('{ __typename viewer { __typename } }')).toEqual({ __typename: 'Query', viewer: null });
  const refused = [
    '{ departments { code } }',
    '{ viewer { __typename } categories { code } }',
    '{ board { cursor } }',
    'query Spread { ...Rest } fragment Rest on Query { complaints { totalCount } }',
    'mutation { presenceUpdate(input: {}) { ok } }',
  ];
  for (const query of refused) {
    const { data, errors } = await nobody.ask(query);
    expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect(data ?? {}).not.toHaveProperty('departments.0');
  }
  const half = await nobody.ask(
    'mutation { complaintSubmit(input: { subject: "Half", description: "Half", customer: { phone: "13700000009" } }) { __typename } presenceUpdate(input: {}) { ok } }',
  );
  expect(half.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
  const { rows } = await server.db.pool.query(`SELECT 1 FROM "complaint_text" WHERE "subject" = 'Half'`);
  expect(rows).toEqual([]);
  expect((await nobody.ask('{ boar }')).errors[0]?.message).not.toMatch(/board/);
  const { errors, data } = await nobody.ask(getIntrospectionQuery());
  expect(errors.length).toBeGreaterThan(0);
  expect(data).toBeNull();
});

test('[SR1] complaints are found by two characters, by a word, and by the beginning of their number', async () => {
  const find = async (text: string) => {
    const { complaints } = await coordinator.ok<{ complaints: { totalCount: number } }>(
      `query Find($filter: ComplaintFilter) { complaints(filter: $filter) { totalCount } }`,
      { filter: { text } },
    );
    return complaints.totalCount;
  };
  for (const text of ['冰箱', '箱', 'ＢＣＤ', 'bcd 501', '没有 冰箱', seen.number, seen.number.slice(0, 9)]) {
    expect([text, await find(text)]).toEqual([text, 1]);
  }
  for (const text of ['箱冰', 'BC', '冰箱 洗衣机', 'C-1999']) expect([text, await find(text)]).toEqual([text, 0]);
});

test('[SR2] pages of what words find are whole, and newest first, forwards and backwards', async () => {
  const made: string[] = [];
  for (const subject of ['烘干机漏风 一', '烘干机漏风 二', '别的', '烘干机漏风 三', '烘干机漏风 四', '烘干机漏风 五'])
    made.unshift((await server.seed.complaint({ subject })).number);
  const wanted = made.toSpliced(3, 1);
  const PAGE = `query Page($first: Int, $after: String, $last: Int, $before: String) {
    complaints(filter: { text: "漏风" }, first: $first, after: $after, last: $last, before: $before) {
      nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  interface Answer {
    complaints: {
      nodes: { number: string }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  }
  const walk = async (next: (page: Answer['complaints'] | null) => Record<string, unknown> | null) => {
    const pages: string[][] = [];
    let page: Answer['complaints'] | null = null;
    for (let asked = next(page); asked !== null; asked = next(page)) {
      page = (await coordinator.ok<Answer>(PAGE, asked)).complaints;
      pages.push(page.nodes.map(({ number }) => number));
    }
    return pages;
  };
  const forwards = await walk((page) =>
    page === null ? { first: 2 } : page.pageInfo.hasNextPage ? { first: 2, after: page.pageInfo.endCursor } : null,
  );
  expect(forwards.flat()).toEqual(wanted);
  const backwards = await walk((page) =>
    page === null ? { last: 2 } : page.pageInfo.hasPreviousPage ? { last: 2, before: page.pageInfo.startCursor } : null,
  );
  expect(backwards.toReversed().flat()).toEqual(wanted);
});
