/** `viewerCan` promises, the mutations keep: for everybody, on complaints of every kind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededComplaint } from '../testkit/complaint-seed.ts';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
const callers = new Map<string, Client>();
beforeAll(async () => {
  company = await startCompany();
  for (const person of [
    'coordinator',
    'supervisor',
    'auditor',
    'agent',
    'logistics',
    'deputy',
    'driver',
    'warehouse',
    'packer',
  ] as const) {
    callers.set(person, await company.as(person));
  }
  callers.set('reading token', company.client().withToken(await company.seed.token('wall', ['READ'])));
  callers.set('acting token', company.client().withToken(await company.seed.token('till', ['ACT'])));
});
afterAll(() => company.stop());

const STATES: readonly (readonly [string, () => PromiseLike<SeededComplaint>])[] = [
  ['not routed yet', () => company.seed.complaint()],
  ['routed', () => company.seed.complaint().routed('logistics')],
  ['claimed', () => company.seed.complaint().routed('logistics').claimed()],
  ['in a handoff', () => company.seed.complaint().routed('logistics').claimed().handedTo('warehouse')],
  [
    'closed',
    () =>
      company.seed
        .complaint()
        .routed('logistics')
        .moved('CONFIRMED')
        .claimed()
        .contacted()
        .moved('RESOLVING')
        .moved('FOLLOWING_UP')
        .moved('CLOSED'),
  ],
];

/** A mutation for each permission that gets past it without changing anything: what it asks is refused further on. */
const PROBES: Record<string, (on: SeededComplaint) => [mutation: string, input: Record<string, unknown>]> = {
  claim: ({ id }) => ['complaintClaim', { id, expectedVersion: 999 }],
  move: ({ id }) => ['complaintMove', { id, toStage: 'RESOLVING', expectedVersion: 999 }],
  route: ({ id }) => ['complaintRoute', { id, departmentCode: 'service', expectedVersion: 999 }],
  assign: ({ id }) => ['complaintAssign', { id, expectedVersion: 999 }],
  handOff: ({ id }) => [
    'handoffRequest',
    { complaintId: id, toDepartmentCode: 'service', reason: 'x', expectedVersion: 999 },
  ],
  giveDuty: ({ id }) => ['dutyGive', { complaintId: id, departmentCode: 'nowhere', what: 'x' }],
  contact: ({ id }) => ['contactRecord', { id, channel: 'PHONE', summary: 'x', at: '2999-01-01T00:00:00Z' }],
  answerHandoff: ({ handoffId }) => ['handoffDecline', { id: handoffId ?? NO_HANDOFF, preset: 'OTHER' }],
  attach: ({ id }) => ['attachmentUploadCreate', { complaintId: id, name: 'x.jpg', bytes: 0 }],
  comment: ({ id }) => ['commentAdd', { id, text: '知悉' }],
};
const NO_HANDOFF = 'hdf_00000000000000000000000000000000';
const PERMITTED = ['STALE_VERSION', 'INVALID_INPUT', 'done'];
const REFUSED = ['FORBIDDEN', 'ALREADY_CLAIMED', 'HANDOFF_PENDING', 'NOT_FOUND'];

type Promises = Record<string, boolean>;

async function promisesOf(client: Client, id: string): Promise<Promises | null> {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) { viewerCan {
    claim move route assign handOff giveDuty answerHandoff withdrawHandoff contact comment attach override } } }`;
  const { complaint } = await client.ok<{ complaint: { viewerCan: Promises } | null }>(query, { id });
  return complaint?.viewerCan ?? null;
}

describe('viewerCan', () => {
  test.each(STATES)('[PERM8] on a complaint that is %s it says what the mutations do', async (_state, seed) => {
    const complaint = await seed();
    for (const [name, client] of callers) {
      const promises = await promisesOf(client, complaint.id);
      for (const [permission, probe] of Object.entries(PROBES)) {
        const { __typename, code } = await act(client, ...probe(complaint));
        const answer = __typename.endsWith('Payload') ? 'done' : code;
        const expected = promises?.[permission] === true ? PERMITTED : REFUSED;
        expect(expected, `${name}: ${permission} is ${String(promises?.[permission])}, the answer ${answer}`).toContain(
          answer,
        );
        // Who sees nothing of it is told nothing of it.
        if (promises === null) expect(answer).toBe('NOT_FOUND');
      }
    }
  });

  test('[PERM8] and of withdrawing a handoff', async () => {
    for (const [name, client] of callers) {
      const { id, handoffId } = await company.seed.complaint().routed('logistics').handedTo('warehouse');
      const promised = (await promisesOf(client, id))?.['withdrawHandoff'] ?? false;
      const { __typename } = await act(client, 'handoffWithdraw', { id: handoffId });
      expect([name, __typename === 'HandoffWithdrawPayload']).toEqual([name, promised]);
    }
  });

  test('[PERM8] and of overriding', async () => {
    for (const [name, client] of callers) {
      const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED');
      const promised = (await promisesOf(client, id))?.['override'] ?? false;
      const input = { id, toStage: 'RESOLVING', override: true, reason: '特批' };
      const { __typename } = await act(client, 'complaintMove', input);
      expect([name, __typename === 'ComplaintMovePayload']).toEqual([name, promised]);
    }
  });

  test('[PERM8] a reading token changes nothing, an acting one does what a coordinator does, but waives nothing', async () => {
    for (const [, seed] of STATES) {
      const { id } = await seed();
      const [reader, actor, coordinator] = await Promise.all(
        ['reading token', 'acting token', 'coordinator'].map((name) => promisesOf(callers.get(name)!, id)),
      );
      expect(Object.values(reader!)).not.toContain(true);
      expect(actor).toEqual({ ...coordinator, override: false });
    }
  });
});
