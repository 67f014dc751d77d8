import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Clock {
  kind: string;
  state: string;
  startedAt: string;
  dueAt: string;
  department: { code: string } | null;
}

const CLOCKS = `query ($id: ID!) { complaint(by: { id: $id }) {
  deadlines { nodes { kind state startedAt dueAt department { code } } } } }`;

async function clocksOf(id: string, kind: string): Promise<Clock[]> {
  const client = await company.as('coordinator');
  const { complaint } = await client.ok<{ complaint: { deadlines: { nodes: Clock[] } } }>(CLOCKS, { id });
  return complaint.deadlines.nodes.filter((clock) => clock.kind === kind);
}

const route = async (input: Record<string, unknown>) =>
  act(await company.as('coordinator'), 'complaintRoute', { departmentCode: 'logistics', ...input });

describe('routing', () => {
  test('[RT1] another department becomes the handling one; claim and assignment are taken back', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    await act(await company.as('logistics'), 'complaintAssign', { id, assigneeId: await memberId('driver') });
    const told = await route({ id, departmentCode: 'warehouse', reason: '货在仓库' });
    expect(told.complaint).toMatchObject({
      department: { code: 'warehouse' },
      isClaimed: false,
      claimedBy: null,
      assignee: null,
      version: 4,
    });
  });

  test('[RT1] its CLAIM clock starts, and the former department’s ends without being met', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    company.time.advance(60_000);
    await route({ id, departmentCode: 'warehouse' });
    const clocks = await clocksOf(id, 'CLAIM');
    expect(clocks.map(({ state, department }) => `${department?.code} ${state}`).sort()).toEqual([
      'logistics ENDED',
      'warehouse OPEN',
    ]);
    const open = clocks.find(({ state }) => state === 'OPEN')!;
    expect(Date.parse(open.startedAt)).toBe(company.time.now().getTime());
  });

  test('[RT2] a department that had claimed it keeps reading it; one that had not, does not', async () => {
    const claimed = await company.seed.complaint().routed('logistics').claimed();
    const unclaimed = await company.seed.complaint().routed('logistics');
    for (const { id } of [claimed, unclaimed]) await route({ id, departmentCode: 'warehouse' });
    expect(await cardOf(await company.as('logistics'), claimed.id)).not.toBe(null);
    expect(await cardOf(await company.as('logistics'), unclaimed.id)).toBe(null);
    for (const { id } of [claimed, unclaimed]) expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
  });

  test('[RT3] routing to the department that has it changes category and severity only', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const before = (await cardOf(await company.as('coordinator'), id))!;
    const told = await route({ id, categoryCode: 'logistics', severity: 'IMPORTANT' });
    expect(told.complaint).toEqual({
      ...before,
      category: { code: 'logistics' },
      severity: 'IMPORTANT',
      version: before.version + 1,
      revision: before.revision + 1,
    });
  });

  test('[RT3] what is left out stays', async () => {
    const { id } = await company.seed.complaint({ severity: 'IMPORTANT' }).routed('logistics');
    expect((await route({ id, departmentCode: 'warehouse' })).complaint).toMatchObject({
      category: { code: 'logistics.any' },
      severity: 'IMPORTANT',
    });
  });

  test('[RT4] a graver severity makes the running clocks shorter, from when they started', async () => {
    const { id, ...seeded } = await company.seed.complaint().routed('logistics');
    expect(seeded.number).toMatch(/^C-/);
    company.time.advance(10 * 60_000);
    await route({ id, severity: 'URGENT' });
    for (const [kind, minutes] of [
      ['CLAIM', 15],
      ['FIRST_RESPONSE', 30],
      ['RESOLUTION', 24 * 60],
    ] as const) {
      const open = (await clocksOf(id, kind)).find(({ state }) => state === 'OPEN')!;
      expect(Date.parse(open.dueAt) - Date.parse(open.startedAt)).toBe(minutes * 60_000);
    }
  });

  test.each(['logistics', 'supervisor', 'auditor'] as const)('[PERM3] the %s does not route', async (person) => {
    const { id } = await company.seed.complaint().routed('logistics');
    const input = { id, departmentCode: 'warehouse' };
    expect(await act(await company.as(person), 'complaintRoute', input)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[RG4] unknown codes are refused at their fields', async () => {
    const { id } = await company.seed.complaint();
    expect(await route({ id, departmentCode: 'nowhere' })).toMatchObject({ issues: [{ path: ['departmentCode'] }] });
    expect(await route({ id, categoryCode: 'no.such' })).toMatchObject({ issues: [{ path: ['categoryCode'] }] });
  });

  test('[MV9] a stale version is refused with the complaint as it is', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await route({ id, expectedVersion: 1, departmentCode: 'warehouse' })).toMatchObject({
      __typename: 'StaleVersionError',
      current: { version: 2, department: { code: 'logistics' } },
    });
  });

  test('[CL1] a claim and a rerouting at once leave a state that one of them decided', async () => {
    for (let i = 0; i < 5; i++) {
      const { id } = await company.seed.complaint().routed('logistics');
      const [claimed, routed] = await Promise.all([
        act(await company.as('logistics'), 'complaintClaim', { id }),
        route({ id, departmentCode: 'warehouse' }),
      ]);
      expect(routed.__typename).toBe('ComplaintRoutePayload');
      const card = (await cardOf(await company.as('coordinator'), id))!;
      // Claimed first: routed away, and nobody has claimed for the new department. Routed first: there was nothing to claim.
      expect(['ComplaintClaimPayload', 'NotFoundError']).toContain(claimed.__typename);
      expect(card).toMatchObject({ department: { code: 'warehouse' }, isClaimed: false });
    }
  });
});

async function memberId(person: 'driver' | 'packer' | 'deputy'): Promise<string> {
  const query = '{ viewer { ... on MemberViewer { member { id } } } }';
  const { viewer } = await (await company.as(person)).ok<{ viewer: { member: { id: string } } }>(query);
  return viewer.member.id;
}

describe('assigning', () => {
  const assign = async (input: Record<string, unknown>) => act(await company.as('logistics'), 'complaintAssign', input);

  test('[AS1] a member of the handling department is assigned, and taken back with null', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const told = await assign({ id, assigneeId: await memberId('driver') });
    expect(told.complaint).toMatchObject({ assignee: { name: '王司机' }, version: 3 });
    expect((await assign({ id, assigneeId: null })).complaint.assignee).toBe(null);
  });

  test('[AS1] nobody of another department, nobody who is disabled, nobody who does not exist', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const gone = await company.seed.member({ role: 'AGENT', department: 'logistics' });
    const goneClient = await company.signedIn(gone);
    const query = '{ viewer { ... on MemberViewer { member { id } } } }';
    const { viewer } = await goneClient.ok<{ viewer: { member: { id: string } } }>(query);
    await company.seed.disable(gone);
    const nobody = 'mbr_00000000000000000000000000000000';
    for (const assigneeId of [await memberId('packer'), viewer.member.id, nobody, 'driver', id]) {
      expect(await assign({ id, assigneeId })).toMatchObject({
        code: 'INVALID_INPUT',
        issues: [{ path: ['assigneeId'] }],
      });
    }
  });

  test('[AS1] a role that is held in the department, but does not make a member of it, is not enough', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const admin = await company.signedIn(await company.seed.member({ role: 'ADMIN', department: 'logistics' }));
    const query = '{ viewer { ... on MemberViewer { member { id } } } }';
    const { viewer } = await admin.ok<{ viewer: { member: { id: string } } }>(query);
    expect(await assign({ id, assigneeId: viewer.member.id })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('[AS2] the first assignee answers for it end to end', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    await assign({ id, assigneeId: await memberId('driver') });
    expect((await assign({ id, assigneeId: await memberId('deputy') })).complaint).toMatchObject({
      assignee: { name: '陈副手' },
      processOwner: { name: '王司机' },
    });
  });

  test.each(['driver', 'auditor'] as const)('[PERM4] the %s does not assign', async (person) => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const input = { id, assigneeId: await memberId('driver') };
    expect(await act(await company.as(person), 'complaintAssign', input)).toMatchObject({ code: 'FORBIDDEN' });
  });
});
