/** Every mutation of the contract keeps the promise of the key; that one of them does stands in tests/contract. */
import { randomUUID } from 'node:crypto';
import { streamHead } from '@redress/domain/events/read';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import type { Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const routed = async () => ({ id: (await company.seed.complaint().routed('logistics')).id });
const handedOff = async () => ({
  id: (await company.seed.complaint().routed('logistics').claimed().handedTo('warehouse')).handoffId,
});
const withDuty = async () => {
  const { id } = await company.seed.complaint().routed('logistics').claimed();
  const duty = { complaintId: id, departmentCode: 'warehouse', what: '查库存' };
  return { id: (await act(await company.as('coordinator'), 'dutyGive', duty)).duty.id };
};

/** For each mutation, an input that it accepts once. */
const INPUTS: readonly (readonly [string, () => Promise<Record<string, unknown>>])[] = [
  ['complaintRegister', () => Promise.resolve({ subject: 'a', description: 'b', channel: 'PHONE' })],
  ['complaintSubmit', () => Promise.resolve({ subject: 'a', description: 'b', customer: { phone: '13800000009' } })],
  ['complaintRoute', async () => ({ ...(await routed()), departmentCode: 'warehouse', severity: 'URGENT' })],
  ['complaintClaim', routed],
  ['complaintMove', async () => ({ ...(await routed()), toStage: 'CONFIRMED' })],
  ['complaintAssign', async () => ({ ...(await routed()), assigneeId: null })],
  ['contactRecord', async () => ({ ...(await routed()), channel: 'PHONE', summary: '已联系' })],
  ['commentAdd', async () => ({ ...(await routed()), text: '知悉' })],
  ['handoffRequest', async () => ({ complaintId: (await routed()).id, toDepartmentCode: 'warehouse', reason: 'x' })],
  ['handoffAccept', handedOff],
  ['handoffDecline', async () => ({ ...(await handedOff()), preset: 'NOT_OURS' })],
  ['handoffWithdraw', handedOff],
  ['dutyGive', async () => ({ complaintId: (await routed()).id, departmentCode: 'warehouse', what: '查库存' })],
  ['attachmentUploadCreate', async () => ({ complaintId: (await routed()).id, name: '现场.jpg', bytes: 1_000 })],
  ['dutyDone', withDuty],
  ['dutyWaive', async () => ({ ...(await withDuty()), note: '已由仓库查过' })],
  ['savedViewPut', () => Promise.resolve({ name: '超时', search: 'breached=1', sharing: 'PERSONAL' })],
  ['meetingStart', () => Promise.resolve({ name: '协调会' })],
  [
    'meetingEnd',
    async () => ({ id: (await act(await company.as('coordinator'), 'meetingStart', { name: '周会' })).meeting.id }),
  ],
];

/** What stays the same when an answer is given again: all but the code that is shown once. */
const lasting = ({ trackingCode: _, ...told }: Told) => told;

describe('keys', () => {
  test.each(INPUTS)('[IK1] %s: a retry answers as the first time and writes nothing', async (mutation, input) => {
    const client = await company.as('coordinator');
    const asked = await input();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await act(client, mutation, asked, { headers });
    expect(first.__typename).toMatch(/Payload$/);
    const { head } = await streamHead(company.db);
    const again = await act(client, mutation, asked, { headers });
    expect(lasting(again)).toEqual(lasting(first));
    expect((await streamHead(company.db)).head).toBe(head);
  });

  test.each(INPUTS)('[IK3] %s: six at once with one key write once, and get one answer', async (mutation, input) => {
    const client = await company.as('coordinator');
    const asked = await input();
    const headers = { 'idempotency-key': randomUUID() };
    const told = await Promise.all(Array.from({ length: 6 }, () => act(client, mutation, asked, { headers })));
    expect(new Set(told.map(({ __typename }) => __typename))).toEqual(new Set([told[0]!.__typename]));
    expect(told[0]!.__typename).toMatch(/Payload$/);
    expect(new Set(told.map(({ cursor }) => cursor)).size).toBe(1);
  });

  test('[IK2] a key lives for a day', async () => {
    const client = await company.as('coordinator');
    const input = { subject: 'a', description: 'b', channel: 'PHONE' };
    const headers = { 'idempotency-key': randomUUID() };
    const first = await act(client, 'complaintRegister', input, { headers });
    company.time.advance(23 * 3_600_000);
    await company.app.housekeeping.sweep();
    expect((await act(client, 'complaintRegister', input, { headers })).complaint.id).toBe(first.complaint.id);
    company.time.advance(2 * 3_600_000);
    await company.app.housekeeping.sweep();
    expect((await act(client, 'complaintRegister', input, { headers })).complaint.id).not.toBe(first.complaint.id);
  });

  test('[IK1] a key in the extensions of the operation is as good as one in a header', async () => {
    const client = await company.as('coordinator');
    const query = `mutation ($input: CommentAddInput!) { commentAdd(input: $input) { ... on CommentAddPayload { cursor } } }`;
    const variables = { input: { ...(await routed()), text: '知悉' } };
    const body = JSON.stringify({ query, variables, extensions: { idempotencyKey: randomUUID() } });
    const ask = async () => {
      const headers = { 'content-type': 'application/json' };
      const response = await client.fetch('/graphql', { method: 'POST', headers, body });
      return (await response.json()) as { data: { commentAdd: { cursor: string } } };
    };
    const [first, again] = [await ask(), await ask()];
    expect(first.data.commentAdd.cursor).toMatch(/\./);
    expect(again).toEqual(first);
  });
});
