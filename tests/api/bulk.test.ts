import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Result {
  __typename: string;
  cursor?: string;
  issues?: { path: string[] }[];
  results?: { id: string; result: { __typename: string; cursor?: string; code?: string } }[];
}

const SINGLE = {
  complaintsClaim: 'ComplaintClaimPayload',
  complaintsAssign: 'ComplaintAssignPayload',
  complaintsHandOff: 'HandoffRequestPayload',
};

async function bulk(
  person: Person,
  mutation: keyof typeof SINGLE,
  input: Record<string, unknown>,
  key?: string,
): Promise<Result> {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename
    ... on InvalidInputError { issues { path } }
    ... on ${name}Payload { results { id result { __typename
      ... on ${SINGLE[mutation]} { cursor complaint { id } } ... on UserError { code } } } } } }`;
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return (await (await company.as(person)).ok<Record<string, Result>>(query, { input }, { headers }))[mutation]!;
}

const types = ({ results }: Result) => results!.map(({ result }) => result.__typename);
const events = async () =>
  (await company.db.pool.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "event"')).rows[0]!.count;

const routed = (department = 'logistics') => company.seed.complaint().routed(department);

test('[BU1] 1 to 100 at once, each once', async () => {
  expect(await bulk('logistics', 'complaintsClaim', { ids: [] })).toMatchObject({ issues: [{ path: ['ids'] }] });
  const many = Array.from({ length: 101 }, (_, i) => `cmp_${i}`);
  expect((await bulk('logistics', 'complaintsClaim', { ids: many })).__typename).toBe('InvalidInputError');
  const { id } = await routed();
  const told = await bulk('logistics', 'complaintsClaim', { ids: [id, id] });
  expect(types(told)).toEqual(['ComplaintClaimPayload']);
});

test('[BU2] each has its own result, in the order of the ids', async () => {
  const [free, claimed, others, free2] = [
    await routed(),
    await routed().claimed(),
    await routed('warehouse'),
    await routed(),
  ];
  const ids = [free.id, claimed.id, 'nonsense', others.id, free2.id];
  const told = await bulk('deputy', 'complaintsClaim', { ids });
  expect(told.results!.map(({ id }) => id)).toEqual(ids);
  expect(types(told)).toEqual([
    'ComplaintClaimPayload',
    'AlreadyClaimedError',
    'InvalidInputError',
    'NotFoundError',
    'ComplaintClaimPayload',
  ]);
  for (const { id } of [free, free2]) {
    expect(await cardOf(await company.as('logistics'), id)).toMatchObject({ claimedBy: { name: '陈副手' } });
  }
});

test('[BU2] assigning and handing over go by the rules of each complaint', async () => {
  const driver = await routed().claimed();
  const pending = await routed().claimed().handedTo('warehouse');
  const query = '{ viewer { ... on MemberViewer { member { id } } } }';
  const { viewer } = await (await company.as('driver')).ok<{ viewer: { member: { id: string } } }>(query);
  const ids = [driver.id, pending.id];
  const assigned = await bulk('logistics', 'complaintsAssign', { ids, assigneeId: viewer.member.id });
  expect(types(assigned)).toEqual(['ComplaintAssignPayload', 'HandoffPendingError']);
  const handed = await bulk('logistics', 'complaintsHandOff', { ids, toDepartmentCode: 'service', reason: '需回访' });
  expect(types(handed)).toEqual(['HandoffRequestPayload', 'HandoffPendingError']);
  const nowhere = await bulk('logistics', 'complaintsHandOff', { ids, toDepartmentCode: 'x', reason: '需回访' });
  expect(new Set(types(nowhere))).toEqual(new Set(['HandoffPendingError']));
});

test('[BU3] one key goes for all of them', async () => {
  const [free, pending] = [await routed(), await routed().handedTo('warehouse')];
  const ids = [free.id, pending.id];
  const first = await bulk('logistics', 'complaintsClaim', { ids }, 'many');
  expect(types(first)).toEqual(['ComplaintClaimPayload', 'HandoffPendingError']);
  const written = await events();
  const again = await bulk('logistics', 'complaintsClaim', { ids }, 'many');
  expect(again).toEqual(first);
  expect(await events()).toBe(written);
  const other = await bulk('logistics', 'complaintsClaim', { ids: [pending.id] }, 'many');
  expect(other.__typename).toBe('IdempotencyConflictError');
});

test('[BU3] a key of one complaint is no key of many, and the other way round', async () => {
  const [one, two] = [await routed(), await routed()];
  const client = await company.as('logistics');
  const claim = (id: string, key: string) =>
    client.ok<{ complaintClaim: { __typename: string } }>(
      'mutation ($id: ID!) { complaintClaim(input: { id: $id }) { __typename } }',
      { id },
      { headers: { 'idempotency-key': key } },
    );
  expect((await claim(one.id, 'single')).complaintClaim.__typename).toBe('ComplaintClaimPayload');
  for (const ids of [[one.id], [two.id], [one.id, two.id]]) {
    const told = await bulk('logistics', 'complaintsClaim', { ids }, 'single');
    expect(told.__typename).toBe('IdempotencyConflictError');
  }
  expect(types(await bulk('logistics', 'complaintsClaim', { ids: [two.id] }, 'bulk'))).toEqual([
    'ComplaintClaimPayload',
  ]);
  for (const id of [one.id, two.id]) {
    expect((await claim(id, 'bulk')).complaintClaim.__typename).toBe('IdempotencyConflictError');
  }
  // A longer key is another key.
  expect((await claim(two.id, 'bulk#1')).complaintClaim.__typename).toBe('AlreadyClaimedError');
});
