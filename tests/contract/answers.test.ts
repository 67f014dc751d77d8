import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let server: TestServer;
let coordinator: Client;
let head: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'warehouse');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
  head = await server.signedIn(await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' }));
});
afterAll(() => server.stop());

const MOVE = `mutation Move($input: ComplaintMoveInput!) {
  result: complaintMove(input: $input) {
    __typename
    ... on UserError { code message }
    ... on InvalidInputError { issues { path message } }
    ... on StaleVersionError { current { version stage } }
    ... on StageRequirementsError { missing refusal complaint { stage } }
    ... on ComplaintMovePayload { placement complaint { stage version } cursor }
  }
}`;

test('[API1] an error carries what a client needs to go on', async () => {
  const { id } = await server.seed.complaint().routed('logistics').moved('CONFIRMED');
  const missing = await coordinator.ok(MOVE, { input: { id, toStage: 'RESOLVING' } });
  expect(missing).toMatchObject({
    result: {
      __typename: 'StageRequirementsError',
      missing: ['CLAIM', 'FACTS_CONFIRMED', 'FIRST_RESPONSE'],
      refusal: null,
      complaint: { stage: 'CONFIRMED' },
    },
  });
  const stale = await coordinator.ok(MOVE, { input: { id, toStage: 'RECEIVED', reason: '重派', expectedVersion: 1 } });
  expect(stale).toMatchObject({ result: { __typename: 'StaleVersionError', current: { stage: 'CONFIRMED' } } });
  const unreasoned = await coordinator.ok(MOVE, { input: { id, toStage: 'RECEIVED' } });
  expect(unreasoned).toMatchObject({ result: { __typename: 'InvalidInputError', issues: [{ path: ['reason'] }] } });
  const forbidden = await head.ok(MOVE, { input: { id, toStage: 'RESOLVING', override: true, reason: '急' } });
  expect(forbidden).toMatchObject({ result: { __typename: 'ForbiddenError', code: 'FORBIDDEN' } });
});

test('[API2] messages are in the language that was asked for', async () => {
  const { id } = await server.seed.complaint();
  const say = async (language: string) => {
    const answer = await coordinator.ok<{ result: { message: string } }>(
      MOVE,
      { input: { id, toStage: 'INVESTIGATING' } },
      { headers: { 'accept-language': language } },
    );
    return answer.result.message;
  };
  expect(await say('zh-CN')).toMatch(/阶段/);
  expect(await say('en-GB,en;q=0.9')).toMatch(/^[\x20-\x7e]+$/);
});

test('[API3] ids of another type and empty texts are refused at their field', async () => {
  const issues = async (query: string) => {
    const { result } = await coordinator.ok<{ result: { __typename: string; issues: { path: string[] }[] } }>(query);
    expect(result.__typename).toBe('InvalidInputError');
    return result.issues.map(({ path }) => path.join('.'));
  };
  const department = (await coordinator.ok<{ departments: { id: string }[] }>('{ departments { id } }')).departments[0]!
    .id;
  const rest = '{ __typename ... on InvalidInputError { issues { path } } }';
  expect(await issues(`mutation { result: complaintClaim(input: { id: "${department}" }) ${rest} }`)).toEqual(['id']);
  expect(
    await issues(`mutation { result: complaintRegister(input: { subject: " ", description: "x", channel: PHONE,
      customer: { email: "nowhere" } }) ${rest} }`),
  ).toEqual(['subject', 'customer.email']);
});

test('[API4] an answer holds the objects that changed, and the cursor of the change', async () => {
  const { id } = await server.seed.complaint().routed('logistics').claimed().contacted();
  const { result } = await head.ok<{ result: { cursor: string } }>(MOVE, { input: { id, toStage: 'CONFIRMED' } });
  expect(result).toMatchObject({
    __typename: 'ComplaintMovePayload',
    placement: 'PLACED',
    complaint: { stage: 'CONFIRMED' },
  });
  const { rows } = await server.db.pool.query<{ head: number }>('SELECT "head" FROM "stream"');
  expect(Number(result.cursor.split('.')[1])).toBe(rows[0]!.head);
});

test('[API5] an operation that is too costly is refused before it runs', async () => {
  const { errors, data } = await coordinator.ask(
    '{ complaints(first: 100) { nodes { timeline(first: 100) { nodes { complaint { deadlines(first: 100) { nodes { id } } } } } } } }',
  );
  expect(data).toBeNull();
  expect(errors[0]?.extensions?.['code']).toBe('OPERATION_TOO_COSTLY');
});

test('[TK1] a customer finds their complaint with its code, however it is written', async () => {
  const nobody = server.client();
  const { complaintSubmit } = await nobody.ok<{ complaintSubmit: { number: string; trackingCode: string } }>(
    `mutation { complaintSubmit(input: { subject: "门关不上", description: "装好第二天就关不上。", customer: { phone: "19900001234" } }) {
      ... on ComplaintSubmitPayload { number trackingCode } } }`,
  );
  const TRACK =
    'query Track($code: String!) { tracking(code: $code, phoneLast4: "1234") { number stage steps { stage reachedAt } } }';
  const written = complaintSubmit.trackingCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
  const { tracking } = await nobody.ok<{ tracking: { steps: { reachedAt: string | null }[] } }>(TRACK, {
    code: written,
  });
  expect(tracking).toMatchObject({ number: complaintSubmit.number, stage: 'RECEIVED' });
  expect(tracking.steps.map(({ reachedAt }) => reachedAt !== null)).toEqual([true, false, false, false, false, false]);
  expect(await nobody.ok(TRACK, { code: 'ABCD-EFGH-JKMN-PQRS' })).toEqual({ tracking: null });
});

test('[TK2] tries at tracking codes are limited, right and wrong ones alike', async () => {
  const nobody = server.client();
  const TRACK = 'query Track($code: String!) { tracking(code: $code) { number } }';
  let code: unknown;
  for (let n = 0; n < 61 && code === undefined; n += 1) {
    const { errors } = await nobody.ask(TRACK, { code: `GUESS-${n}` });
    code = errors[0]?.extensions?.['code'];
  }
  expect(code).toBe('RATE_LIMITED');
});

test('[TK2] one IPv6 network is one caller, however many addresses it has', async () => {
  const own = await startServer({ trustProxy: true });
  try {
    const query = 'query ($code: String!) { tracking(code: $code) { number } }';
    const from = (address: string) =>
      own.client().ask(query, { code: `GUESS ${address}` }, { headers: { 'x-forwarded-for': address } });
    let code: unknown;
    for (let n = 1; n < 62; n += 1) code = (await from(`2001:db8::${n.toString(16)}`)).errors[0]?.extensions?.['code'];
    expect(code).toBe('RATE_LIMITED');
    expect((await from('2001:db8:0:1::1')).errors).toEqual([]);
  } finally {
    await own.stop();
  }
});
