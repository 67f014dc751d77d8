import { directoryPut } from '@redress/domain/actions/directory-put';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const request = async (person: Person, complaintId: string, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'handoffRequest', {
    complaintId,
    toDepartmentCode: 'warehouse',
    reason: '货在仓库',
    ...input,
  });
const accept = async (person: Person, id: string | null) => act(await company.as(person), 'handoffAccept', { id });
const decline = async (person: Person, id: string | null, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'handoffDecline', { id, preset: 'NOT_OURS', ...input });
const withdraw = async (person: Person, id: string | null) => act(await company.as(person), 'handoffWithdraw', { id });

const inFlight = () => company.seed.complaint().routed('logistics').claimed().handedTo('warehouse');

interface Clock {
  kind: string;
  state: string;
  department: { code: string } | null;
}

async function claimClocks(id: string): Promise<string[]> {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) { deadlines { nodes { kind state department { code } } } } }`;
  const client = await company.as('coordinator');
  const { complaint } = await client.ok<{ complaint: { deadlines: { nodes: Clock[] } } }>(query, { id });
  const clocks = complaint.deadlines.nodes.filter(({ kind }) => kind === 'CLAIM');
  return clocks.map(({ state, department }) => `${department?.code} ${state}`).sort();
}

describe('asking', () => {
  test('[HO1] the head of the handling department asks another, which sees the complaint at once', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    expect(await cardOf(await company.as('packer'), id)).toBe(null);
    const told = await request('deputy', id);
    expect(told).toMatchObject({
      __typename: 'HandoffRequestPayload',
      handoff: { state: 'PENDING', from: { code: 'logistics' }, to: { code: 'warehouse' }, reason: '货在仓库' },
    });
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
  });

  test('[HO1] not itself, not one that nobody knows, not without a reason', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const path = async (input: Record<string, unknown>) => (await request('logistics', id, input)).issues[0]?.path;
    expect(await path({ toDepartmentCode: 'logistics' })).toEqual(['toDepartmentCode']);
    expect(await path({ toDepartmentCode: 'nowhere' })).toEqual(['toDepartmentCode']);
    expect(await path({ reason: '  ' })).toEqual(['reason']);
  });

  test('[HO1] not one that is archived, and one that was archived meanwhile does not accept', async () => {
    const put = (archived: boolean) =>
      directoryPut(company.seed.system, {
        departments: [{ code: 'returns', nameZh: '退货', nameEn: 'Returns', shortZh: '退', shortEn: 'Ret', archived }],
      });
    await put(false);
    await company.settled();
    const { id, handoffId } = await company.seed.complaint().routed('logistics').claimed().handedTo('returns');
    await put(true);
    await company.settled();
    const coordinator = await company.as('coordinator');
    const accepted = await act(coordinator, 'handoffAccept', { id: handoffId });
    expect(accepted).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: ['id'] }] });
    await act(coordinator, 'handoffWithdraw', { id: handoffId });
    const asked = { complaintId: id, toDepartmentCode: 'returns', reason: '退货' };
    const told = await act(coordinator, 'handoffRequest', asked);
    expect(told).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: ['toDepartmentCode'] }] });
  });

  test('[PERM4] agents do not ask, nor does another department', async () => {
    const { id } = await inFlightWithdrawn();
    expect(await request('driver', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await request('warehouse', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await request('coordinator', id)).__typename).toBe('HandoffRequestPayload');
  });

  test('[HO2] while it is pending the asking department stays the handling one', async () => {
    const { id } = await inFlight();
    expect(await cardOf(await company.as('logistics'), id)).toMatchObject({
      department: { code: 'logistics' },
      isClaimed: true,
      claimedBy: null,
    });
    const contact = { id, channel: 'PHONE', summary: '告知客户转办' };
    expect((await act(await company.as('driver'), 'contactRecord', contact)).__typename).toBe('ContactRecordPayload');
    expect(await act(await company.as('packer'), 'contactRecord', contact)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[HO2] one is in flight at a time, however many ask at once', async () => {
    const { id, uuid } = await company.seed.complaint().routed('logistics').claimed();
    const people = ['logistics', 'deputy', 'coordinator'] as const;
    const told = await Promise.all(Array.from({ length: 12 }, (_, i) => request(people[i % 3]!, id)));
    const made = told.filter(({ __typename }) => __typename === 'HandoffRequestPayload');
    const refused = told.filter(({ __typename }) => __typename === 'HandoffPendingError');
    expect([made.length, refused.length]).toEqual([1, 11]);
    expect(new Set(refused.map(({ handoff }) => handoff.id))).toEqual(new Set([made[0]!.handoff.id]));
    const { rows } = await company.db.pool.query('SELECT FROM handoff WHERE "complaintId" = $1', [uuid]);
    expect(rows).toHaveLength(1);
  });
});

async function inFlightWithdrawn() {
  const seeded = await inFlight();
  await withdraw('coordinator', seeded.handoffId);
  return seeded;
}

describe('accepting', () => {
  test('[HO3] the asked department becomes the handling one, and has claimed', async () => {
    const { id, handoffId } = await inFlight();
    const told = await accept('warehouse', handoffId);
    expect(told).toMatchObject({
      __typename: 'HandoffAcceptPayload',
      handoff: { state: 'ACCEPTED' },
      complaint: {
        id,
        department: { code: 'warehouse' },
        isClaimed: true,
        claimedBy: { name: '吴仓储' },
        pendingHandoff: null,
        assignee: null,
      },
    });
    expect(await act(await company.as('warehouse'), 'complaintClaim', { id })).toMatchObject({
      code: 'ALREADY_CLAIMED',
    });
  });

  test('[HO3] the sender keeps reading, and no longer acts', async () => {
    const { id, handoffId } = await inFlight();
    await accept('warehouse', handoffId);
    expect(await cardOf(await company.as('driver'), id)).not.toBe(null);
    const move = { id, toStage: 'CONFIRMED' };
    expect(await act(await company.as('logistics'), 'complaintMove', move)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await act(await company.as('packer'), 'complaintMove', move)).__typename).toBe('ComplaintMovePayload');
  });

  test('[HO3] it may come back, and go again', async () => {
    const { id, handoffId } = await inFlight();
    await accept('warehouse', handoffId);
    const back = await request('warehouse', id, { toDepartmentCode: 'logistics' });
    expect((await accept('logistics', back.handoff.id)).complaint.department).toEqual({ code: 'logistics' });
    const again = await request('logistics', id);
    expect((await accept('warehouse', again.handoff.id)).complaint.department).toEqual({ code: 'warehouse' });
  });
});

describe('declining', () => {
  test('[HO4] the complaint stays where it was; the decline says why, and where it belongs', async () => {
    const { id, handoffId } = await inFlight();
    const told = await decline('warehouse', handoffId, { reason: '未入库', belongsToDepartmentCode: 'service' });
    expect(told.handoff).toMatchObject({
      state: 'DECLINED',
      declinePreset: 'NOT_OURS',
      answerReason: '未入库',
      belongsTo: { code: 'service' },
    });
    expect(await cardOf(await company.as('logistics'), id)).toMatchObject({
      department: { code: 'logistics' },
      isClaimed: true,
      pendingHandoff: null,
    });
  });

  test('[HO4] with OTHER a reason is asked for, and it cannot belong to the one that declines', async () => {
    const { handoffId } = await inFlight();
    expect(await decline('warehouse', handoffId, { preset: 'OTHER', reason: ' ' })).toMatchObject({
      issues: [{ path: ['reason'] }],
    });
    expect(await decline('warehouse', handoffId, { belongsToDepartmentCode: 'warehouse' })).toMatchObject({
      issues: [{ path: ['belongsToDepartmentCode'] }],
    });
    expect((await decline('warehouse', handoffId, { preset: 'OTHER', reason: '人手不足' })).__typename).toBe(
      'HandoffDeclinePayload',
    );
  });

  test('[VIS4] a decline or a withdrawal ends the sight that the handoff gave', async () => {
    const declined = await inFlight();
    await decline('warehouse', declined.handoffId);
    expect(await cardOf(await company.as('warehouse'), declined.id)).toBe(null);
    const withdrawn = await inFlight();
    await withdraw('logistics', withdrawn.handoffId);
    expect(await cardOf(await company.as('warehouse'), withdrawn.id)).toBe(null);
  });

  test('[VIS4] but not the sight that it has for another reason', async () => {
    const { id, handoffId } = await inFlight();
    const duty = { complaintId: id, departmentCode: 'warehouse', what: '查库存' };
    await act(await company.as('logistics'), 'dutyGive', duty);
    await decline('warehouse', handoffId);
    expect(await cardOf(await company.as('warehouse'), id)).not.toBe(null);
  });
});

describe('withdrawing', () => {
  test('[HO5] the asking side takes it back; the asked department’s clock ends without being met', async () => {
    const { id, handoffId } = await inFlight();
    expect((await withdraw('deputy', handoffId)).handoff).toMatchObject({ state: 'WITHDRAWN' });
    expect(await claimClocks(id)).toEqual(['logistics MET', 'warehouse ENDED']);
  });

  test.each(['driver', 'warehouse', 'packer'] as const)('[PERM5] the %s does not withdraw', async (person) => {
    const { handoffId } = await inFlight();
    expect(await withdraw(person, handoffId)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('answering', () => {
  test.each(['packer', 'logistics', 'supervisor'] as const)('[PERM5] the %s does not answer', async (person) => {
    const { handoffId } = await inFlight();
    expect(await accept(person, handoffId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decline(person, handoffId)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[HO6] an answer to what was answered is told so, with the handoff; who sees it no longer finds nothing', async () => {
    const { handoffId } = await inFlight();
    await accept('warehouse', handoffId);
    for (const again of [
      accept('warehouse', handoffId),
      decline('coordinator', handoffId),
      withdraw('logistics', handoffId),
    ]) {
      expect(await again).toMatchObject({
        __typename: 'HandoffAnsweredError',
        handoff: { id: handoffId, state: 'ACCEPTED' },
      });
    }
    const declined = await inFlight();
    await decline('warehouse', declined.handoffId);
    expect(await decline('warehouse', declined.handoffId)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[HO6] of an acceptance, a decline and a withdrawal at once exactly one holds', async () => {
    for (let i = 0; i < 4; i++) {
      const { id, handoffId } = await inFlight();
      const told = await Promise.all([
        accept('warehouse', handoffId),
        decline('coordinator', handoffId),
        withdraw('logistics', handoffId),
      ]);
      const settled = told.filter(({ __typename }) => __typename.endsWith('Payload'));
      expect(settled).toHaveLength(1);
      const card = await cardOf(await company.as('coordinator'), id);
      const accepted = settled[0]!.handoff.state === 'ACCEPTED';
      expect(card).toMatchObject({ pendingHandoff: null, department: { code: accepted ? 'warehouse' : 'logistics' } });
    }
  });

  test('[HO7] each handoff has a CLAIM clock of its own, which an answer of either kind meets', async () => {
    const accepted = await inFlight();
    expect(await claimClocks(accepted.id)).toEqual(['logistics MET', 'warehouse OPEN']);
    await accept('warehouse', accepted.handoffId);
    expect(await claimClocks(accepted.id)).toEqual(['logistics MET', 'warehouse MET']);
    const declined = await inFlight();
    await decline('warehouse', declined.handoffId);
    expect(await claimClocks(declined.id)).toEqual(['logistics MET', 'warehouse MET']);
  });
});
