import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

interface Result {
  result: {
    __typename: string;
    cursor?: string;
    trackingCode?: string | null;
    complaint?: { id: string; revision: number };
  };
}

const REGISTER = `mutation Register($input: ComplaintRegisterInput!) {
  result: complaintRegister(input: $input) {
    __typename ... on ComplaintRegisterPayload { cursor trackingCode complaint { id revision } }
  }
}`;
const DECLINE = `mutation Decline($id: ID!) {
  result: handoffDecline(input: { id: $id, preset: NOT_OURS }) {
    __typename ... on HandoffDeclinePayload { cursor complaint { id revision } }
  }
}`;

let server: TestServer;
let coordinator: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'warehouse');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
});
afterAll(() => server.stop());

function register(client: Client, key: string, subject = '地板起鼓'): Promise<Result> {
  const input = { subject, description: '刚铺三个月。', channel: 'STORE' };
  return client.ok<Result>(REGISTER, { input }, { headers: { 'idempotency-key': key } });
}

async function events(): Promise<number> {
  const { rows } = await server.db.pool.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "event"');
  return rows[0]!.count;
}

test('[IK1] the same request with the same key answers as the first time and writes nothing', async () => {
  const key = randomUUID();
  const { result: first } = await register(coordinator, key);
  const written = await events();
  const { result: again } = await register(coordinator, key);
  expect(again).toMatchObject({ __typename: 'ComplaintRegisterPayload', cursor: first.cursor });
  expect(again.complaint?.id).toBe(first.complaint?.id);
  expect(again.trackingCode).toBeNull();
  expect(await events()).toBe(written);
});

test('[IK1] a key belongs to who used it', async () => {
  const key = randomUUID();
  const other = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
  const { result: first } = await register(coordinator, key);
  const { result: others } = await register(other, key);
  expect(others.complaint?.id).not.toBe(first.complaint?.id);
});

test('[IK1] a retry is answered under the permissions of today', async () => {
  const head = await server.signedIn(await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'warehouse' }));
  const { handoffId } = await server.seed.complaint().routed('logistics').handedTo('warehouse');
  const decline = () => head.ok<Result>(DECLINE, { id: handoffId }, { headers: { 'idempotency-key': 'one' } });
  // The answer to the decline still shows what it was about; afterwards the department has lost sight of it.
  expect((await decline()).result.__typename).toBe('HandoffDeclinePayload');
  expect((await decline()).result.__typename).toBe('AlreadyDoneError');
});

test('[IK2] another request with the key is refused', async () => {
  const key = randomUUID();
  await register(coordinator, key);
  expect((await register(coordinator, key, '别的事')).result.__typename).toBe('IdempotencyConflictError');
});

test('[IK2] a refusal is not kept: the key can still be used', async () => {
  const key = randomUUID();
  expect((await register(coordinator, key, ' ')).result.__typename).toBe('InvalidInputError');
  expect((await register(coordinator, key)).result.__typename).toBe('ComplaintRegisterPayload');
});

test('[IK3] two requests at once with one key write once', async () => {
  const key = randomUUID();
  const results = await Promise.all(Array.from({ length: 8 }, () => register(coordinator, key)));
  expect(new Set(results.map(({ result }) => result.__typename))).toEqual(new Set(['ComplaintRegisterPayload']));
  expect(new Set(results.map(({ result }) => result.complaint?.id)).size).toBe(1);
});

test('[IK1] a key goes with one root field', async () => {
  const { errors } = await coordinator.ask(
    'mutation { a: commentAdd(input: {id: "x", text: "a"}) { __typename } b: commentAdd(input: {id: "x", text: "b"}) { __typename } }',
    {},
    { headers: { 'idempotency-key': randomUUID() } },
  );
  expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});
