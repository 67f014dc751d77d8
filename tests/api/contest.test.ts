import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import type { Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';
import type { SeededMember } from '../testkit/seed.ts';

const HOUR = 3_600_000;

let company: Company;
let executive: SeededMember;
let second: SeededMember;
beforeAll(async () => {
  company = await startCompany();
  executive = await company.seed.member({ role: 'EXECUTIVE', name: '钱总监' });
  second = await company.seed.member({ role: 'COORDINATOR', name: '孟协调' });
});
afterAll(() => company.stop());

const by = async (who: Person | SeededMember, mutation: string, input: Record<string, unknown>) =>
  act(typeof who === 'string' ? await company.as(who) : await company.signedIn(who), mutation, input);

/** Logistics asks the departments in turn, and each declines. */
async function declined(id: string, ...departments: string[]): Promise<Told> {
  let told: Told | undefined;
  for (const toDepartmentCode of departments) {
    const asked = await by('logistics', 'handoffRequest', { complaintId: id, toDepartmentCode, reason: '不归物流' });
    told = await by('coordinator', 'handoffDecline', { id: asked.handoff.id, preset: 'NOT_OURS' });
  }
  return told!;
}

async function contested(...departments: string[]) {
  const seeded = await company.seed.complaint().routed('logistics').claimed();
  await declined(seeded.id, ...(departments.length > 0 ? departments : ['warehouse', 'service']));
  return seeded;
}

const rule = (id: string, departmentCode: string, who: Person | SeededMember = 'coordinator') =>
  by(who, 'complaintRule', { id, departmentCode, reason: '货在库内丢失' });
const appeal = (id: string, who: Person = 'warehouse') => by(who, 'rulingAppeal', { id, reason: '货已出库' });
const decide = (id: string, who: Person | SeededMember, overturn: string | null = null) =>
  by(who, 'appealDecide', { id, overturn: overturn !== null, departmentCode: overturn, reason: '查过签收单' });

interface Contest {
  ruling: { id: string } | null;
  rulings: { totalCount: number };
  declines: { to: { code: string } }[];
  handoffs: { nodes: { to: { code: string }; unjustified: boolean | null; ruling: { id: string } | null }[] };
  deadlines: { nodes: { kind: string; state: string; department: { code: string } | null; dueAt: string }[] };
}

async function contestOf(id: string): Promise<Contest & { judged: Record<string, boolean | null> }> {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) { ruling { id } rulings { totalCount }
    declines { to { code } } handoffs { nodes { to { code } unjustified ruling { id } } }
    deadlines { nodes { kind state department { code } dueAt } } } }`;
  const { complaint } = await (await company.as('coordinator')).ok<{ complaint: Contest }>(query, { id });
  const judged = Object.fromEntries(complaint.handoffs.nodes.map(({ to, unjustified }) => [to.code, unjustified]));
  return { ...complaint, judged };
}

const clocks = async (id: string, kind: string) =>
  (await contestOf(id)).deadlines.nodes
    .filter((clock) => clock.kind === kind)
    .map(({ state, department }) => `${department?.code ?? '-'} ${state}`)
    .sort();

describe('contesting', () => {
  test('[CT1] the second decline in a row contests it, and says who declined', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    expect((await declined(id, 'warehouse')).complaint).toMatchObject({ contestedAt: null, declinedBy: [] });
    const told = await declined(id, 'service');
    expect(told.complaint).toMatchObject({
      contestedAt: expect.any(String),
      department: { code: 'logistics' },
      declinedBy: [{ code: 'warehouse' }, { code: 'service' }],
    });
    expect((await contestOf(id)).declines).toHaveLength(2);
  });

  test('[CT1] an acceptance between two declines begins the count anew, and so does a routing', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    await declined(id, 'warehouse');
    const asked = await by('logistics', 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: '再看',
    });
    await by('warehouse', 'handoffAccept', { id: asked.handoff.id });
    const back = await by('warehouse', 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'service',
      reason: '不归仓库',
    });
    await by('coordinator', 'handoffDecline', { id: back.handoff.id, preset: 'NOT_OURS' });
    expect(await cardOf(await company.as('coordinator'), id)).toMatchObject({ contestedAt: null });
    company.time.advance(1);
    await by('coordinator', 'complaintRoute', { id, departmentCode: 'logistics' });
    expect((await declined(id, 'service')).complaint.contestedAt).toBe(null);
    expect((await declined(id, 'warehouse')).complaint.contestedAt).not.toBe(null);
  });

  test('[CT2] it is neither handed over nor routed elsewhere, and the asking department goes on working', async () => {
    const { id } = await contested();
    const handoff = { complaintId: id, toDepartmentCode: 'service', reason: '再试一次' };
    expect(await by('logistics', 'handoffRequest', handoff)).toMatchObject({ __typename: 'ContestedError' });
    const elsewhere = { id, departmentCode: 'service' };
    expect(await by('coordinator', 'complaintRoute', elsewhere)).toMatchObject({ code: 'CONTESTED' });
    const graded = await by('coordinator', 'complaintRoute', { id, departmentCode: 'logistics', severity: 'URGENT' });
    expect(graded.complaint).toMatchObject({ severity: 'URGENT', contestedAt: expect.any(String) });
    const assigned = await by('deputy', 'complaintAssign', { id, assigneeId: await memberId('driver') });
    expect(assigned.__typename).toBe('ComplaintAssignPayload');
  });

  test('[CT2] closing it ends the contest, and judges nobody', async () => {
    const { id } = await contested();
    const steps = ['CONFIRMED', 'INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP'];
    for (const toStage of steps)
      await by('coordinator', 'complaintMove', { id, toStage, override: true, reason: '补录' });
    const closed = await by('coordinator', 'complaintMove', { id, toStage: 'CLOSED' });
    expect(closed.complaint).toMatchObject({ stage: 'CLOSED', contestedAt: null });
    expect(await clocks(id, 'RULING')).toEqual(['- ENDED']);
    expect((await contestOf(id)).judged).toEqual({ warehouse: null, service: null });
  });

  test('[CT3] the ruling has a clock from then on, which it meets', async () => {
    const { id } = await contested();
    expect(await clocks(id, 'RULING')).toEqual(['- OPEN']);
    const clock = (await contestOf(id)).deadlines.nodes.find(({ kind }) => kind === 'RULING');
    expect(Date.parse(clock!.dueAt) - company.time.now().getTime()).toBe(2 * HOUR);
    await rule(id, 'warehouse');
    expect(await clocks(id, 'RULING')).toEqual(['- MET']);
  });
});

async function memberId(person: Person): Promise<string> {
  const { viewer } = await (await company.as(person)).ok<{ viewer: { member: { id: string } } }>(
    '{ viewer { ... on MemberViewer { member { id } } } }',
  );
  return viewer.member.id;
}

describe('ruling', () => {
  test('[CT4] the named department has it at once and claims it; the sender keeps reading', async () => {
    const { id } = await contested();
    expect(await cardOf(await company.as('packer'), id)).toBe(null);
    const told = await rule(id, 'warehouse');
    expect(told).toMatchObject({
      __typename: 'ComplaintRulePayload',
      ruling: { from: { code: 'logistics' }, department: { code: 'warehouse' }, ruledBy: { name: '周协调' } },
      complaint: { department: { code: 'warehouse' }, contestedAt: null, isClaimed: false, assignee: null },
    });
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
    expect(await cardOf(await company.as('driver'), id)).not.toBe(null);
    expect(await clocks(id, 'CLAIM')).toContain('warehouse OPEN');
    expect((await by('warehouse', 'complaintClaim', { id })).complaint.isClaimed).toBe(true);
  });

  test('[CT4] where it stays, the claim stands', async () => {
    const { id } = await contested();
    const told = await rule(id, 'logistics');
    expect(told.complaint).toMatchObject({ department: { code: 'logistics' }, isClaimed: true, contestedAt: null });
    expect((await clocks(id, 'CLAIM')).filter((clock) => clock.endsWith('OPEN'))).toEqual([]);
  });

  test('[CT4] coordinators rule, with a reason, for a department that there is, and only on a contest', async () => {
    const { id } = await contested();
    for (const person of ['logistics', 'supervisor'] as const) {
      expect(await rule(id, 'warehouse', person)).toMatchObject({ code: 'FORBIDDEN' });
    }
    const input = { id, departmentCode: 'warehouse', reason: ' ' };
    expect(await by('coordinator', 'complaintRule', input)).toMatchObject({ issues: [{ path: ['reason'] }] });
    expect(await rule(id, 'nowhere')).toMatchObject({ issues: [{ path: ['departmentCode'] }] });
    const stale = { ...input, reason: '过期', expectedVersion: 1 };
    expect(await by('coordinator', 'complaintRule', stale)).toMatchObject({ code: 'STALE_VERSION' });
    const calm = await company.seed.complaint().routed('logistics');
    expect(await rule(calm.id, 'warehouse')).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[CT5] of many who rule at once one does, and the others are told how', async () => {
    const { id } = await contested();
    const people = ['coordinator', second] as const;
    const told = await Promise.all(Array.from({ length: 8 }, (_, i) => rule(id, 'warehouse', people[i % 2]!)));
    const made = told.filter(({ __typename }) => __typename === 'ComplaintRulePayload');
    const late = told.filter(({ __typename }) => __typename === 'RulingSettledError');
    expect([made.length, late.length]).toEqual([1, 7]);
    expect(new Set(late.map(({ ruling }) => ruling.id))).toEqual(new Set([made[0]!.ruling.id]));
    expect((await contestOf(id)).rulings.totalCount).toBe(1);
  });

  test('[CT6] unjustified is the decline of the department that it belongs to, and no other', async () => {
    const { id } = await contested();
    expect((await contestOf(id)).judged).toEqual({ warehouse: null, service: null });
    await rule(id, 'warehouse');
    expect((await contestOf(id)).judged).toEqual({ warehouse: true, service: false });
    const stays = await contested();
    await rule(stays.id, 'logistics');
    expect((await contestOf(stays.id)).judged).toEqual({ warehouse: false, service: false });
  });
});

describe('what a ruling stands against', () => {
  const handOn = (id: string, toDepartmentCode: string) =>
    by('warehouse', 'handoffRequest', { complaintId: id, toDepartmentCode, reason: '还是不归仓库' });

  test('[CT7] nobody is asked until the ruling is final, and none of the parties after that', async () => {
    const { id } = await contested('warehouse', 'warehouse');
    const { ruling } = await rule(id, 'warehouse');
    for (const department of ['logistics', 'service']) {
      expect(await handOn(id, department)).toMatchObject({
        __typename: 'RulingStandsError',
        ruling: { id: ruling.id },
      });
    }
    company.time.advance(24 * HOUR);
    expect(await handOn(id, 'logistics')).toMatchObject({ code: 'RULING_STANDS' });
    expect((await handOn(id, 'service')).__typename).toBe('HandoffRequestPayload');
  });

  test('[CT7] an open appeal keeps it there, and a coordinator may still route it', async () => {
    const { id } = await contested('warehouse', 'warehouse');
    const { ruling } = await rule(id, 'warehouse');
    await appeal(ruling.id);
    company.time.advance(48 * HOUR);
    expect(await handOn(id, 'service')).toMatchObject({ code: 'RULING_STANDS' });
    const routed = await by('coordinator', 'complaintRoute', { id, departmentCode: 'service' });
    expect(routed.complaint.department).toEqual({ code: 'service' });
  });

  test('[CT1] a ruling begins the count anew', async () => {
    const { id } = await contested('warehouse', 'warehouse');
    await rule(id, 'warehouse');
    company.time.advance(24 * HOUR);
    const asked = await handOn(id, 'service');
    const told = await by('coordinator', 'handoffDecline', { id: asked.handoff.id, preset: 'NOT_OURS' });
    expect(told.complaint.contestedAt).toBe(null);
  });
});

describe('appealing', () => {
  async function ruled() {
    const { id } = await contested();
    return { id, rulingId: (await rule(id, 'warehouse')).ruling.id };
  }

  test('[CT8] the named department appeals once, and has the complaint meanwhile', async () => {
    const { id, rulingId } = await ruled();
    const told = await appeal(rulingId);
    expect(told).toMatchObject({
      __typename: 'RulingAppealPayload',
      ruling: { appealState: 'OPEN', appealReason: '货已出库' },
      complaint: { id, department: { code: 'warehouse' } },
    });
    expect(await appeal(rulingId)).toMatchObject({ __typename: 'RulingSettledError' });
  });

  test('[CT8] nobody else appeals, not without a reason, and not when the time is over', async () => {
    const { rulingId } = await ruled();
    for (const person of ['packer', 'logistics', 'coordinator'] as const) {
      expect(await appeal(rulingId, person)).toMatchObject({ code: 'FORBIDDEN' });
    }
    const blank = await by('warehouse', 'rulingAppeal', { id: rulingId, reason: ' ' });
    expect(blank).toMatchObject({ issues: [{ path: ['reason'] }] });
    company.time.advance(24 * HOUR);
    expect(await appeal(rulingId)).toMatchObject({ code: 'RULING_SETTLED', ruling: { appealState: 'NONE' } });
  });

  test('[CT8] not when the complaint has gone elsewhere since', async () => {
    const { id, rulingId } = await ruled();
    await by('coordinator', 'complaintRoute', { id, departmentCode: 'service' });
    expect(await appeal(rulingId)).toMatchObject({ code: expect.stringMatching(/NOT_FOUND|RULING_SETTLED/) });
  });

  test('[CT9] upheld, everything stays, for good', async () => {
    const { id, rulingId } = await ruled();
    await appeal(rulingId);
    const told = await decide(rulingId, 'supervisor');
    expect(told).toMatchObject({ ruling: { appealState: 'UPHELD', overturnedTo: null } });
    expect(told.complaint.department).toEqual({ code: 'warehouse' });
    expect((await contestOf(id)).judged).toEqual({ warehouse: true, service: false });
    expect(await decide(rulingId, 'supervisor', 'service')).toMatchObject({ code: 'RULING_SETTLED' });
    expect(await appeal(rulingId)).toMatchObject({ code: 'RULING_SETTLED' });
  });

  test('[CT9] overturned, it goes to the other department, and the declines are judged anew', async () => {
    const { id, rulingId } = await ruled();
    await by('warehouse', 'complaintClaim', { id });
    await appeal(rulingId);
    const told = await decide(rulingId, executive, 'service');
    expect(told).toMatchObject({
      __typename: 'AppealDecidePayload',
      ruling: { appealState: 'OVERTURNED', overturnedTo: { code: 'service' } },
      complaint: { department: { code: 'service' }, isClaimed: false },
    });
    expect((await contestOf(id)).judged).toEqual({ warehouse: false, service: true });
    expect(await clocks(id, 'CLAIM')).toContain('service OPEN');
    expect(await cardOf(await company.as('agent'), id)).not.toBe(null);
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
  });

  test('[CT9] what has gone elsewhere since stays there', async () => {
    const { id, rulingId } = await ruled();
    await appeal(rulingId);
    await by('coordinator', 'complaintRoute', { id, departmentCode: 'logistics' });
    const told = await decide(rulingId, second, 'service');
    expect(told.complaint.department).toEqual({ code: 'logistics' });
    expect((await contestOf(id)).judged).toEqual({ warehouse: false, service: true });
  });

  test('[CT9] nobody decides on their own ruling, and heads decide on none', async () => {
    const { rulingId } = await ruled();
    expect(await decide(rulingId, 'supervisor')).toMatchObject({ code: 'RULING_SETTLED' });
    await appeal(rulingId);
    for (const person of ['coordinator', 'logistics', 'warehouse'] as const) {
      expect(await decide(rulingId, person)).toMatchObject({ code: 'FORBIDDEN' });
    }
    const other = { id: rulingId, reason: '有误' };
    const issues = async (input: Record<string, unknown>) =>
      (await by('supervisor', 'appealDecide', { ...other, ...input })).issues[0]?.path;
    expect(await issues({ overturn: true })).toEqual(['departmentCode']);
    expect(await issues({ overturn: true, departmentCode: 'warehouse' })).toEqual(['departmentCode']);
    expect(await issues({ overturn: false, departmentCode: 'service' })).toEqual(['departmentCode']);
    expect((await decide(rulingId, second)).__typename).toBe('AppealDecidePayload');
  });
});

describe('sight and who answers', () => {
  test('[VIS6] a department that gets it back handles it again; the registrar reads throughout', async () => {
    const registered = await by('agent', 'complaintRegister', {
      subject: '没送到',
      description: '等了一天',
      channel: 'PHONE',
      departmentCode: 'logistics',
    });
    const { id } = registered.complaint;
    const canMove = async (person: Person) => {
      const query = 'query ($id: ID!) { complaint(by: { id: $id }) { viewerCan { move } } }';
      type Seen = { complaint: { viewerCan: { move: boolean } } | null };
      return (await (await company.as(person)).ok<Seen>(query, { id })).complaint?.viewerCan.move ?? null;
    };
    await by('logistics', 'complaintClaim', { id });
    await declined(id, 'warehouse', 'warehouse');
    const { ruling } = await rule(id, 'warehouse');
    expect([await canMove('driver'), await canMove('packer'), await canMove('agent')]).toEqual([false, true, false]);
    await appeal(ruling.id);
    await decide(ruling.id, 'supervisor', 'logistics');
    expect([await canMove('driver'), await canMove('packer'), await canMove('agent')]).toEqual([true, false, false]);
    await by('coordinator', 'complaintRoute', { id, departmentCode: 'warehouse' });
    expect([await canMove('driver'), await canMove('packer'), await canMove('agent')]).toEqual([false, true, false]);
  });

  test('[AS3] who answers for it end to end goes on doing so when it changes hands', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    await by('logistics', 'complaintAssign', { id, assigneeId: await memberId('driver') });
    const early = await by('coordinator', 'complaintRoute', { id, departmentCode: 'warehouse' });
    expect(early.complaint).toMatchObject({ assignee: null, processOwner: null });
    await by('coordinator', 'complaintRoute', { id, departmentCode: 'logistics' });
    await by('logistics', 'complaintClaim', { id });
    await by('logistics', 'complaintAssign', { id, assigneeId: await memberId('driver') });
    const routed = await by('coordinator', 'complaintRoute', { id, departmentCode: 'warehouse' });
    expect(routed.complaint).toMatchObject({ assignee: null, processOwner: { name: '王司机' } });
    const asked = await by('warehouse', 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'service',
      reason: '请回访',
    });
    const accepted = await by('coordinator', 'handoffAccept', { id: asked.handoff.id });
    expect(accepted.complaint).toMatchObject({ assignee: null, processOwner: { name: '王司机' } });
  });

  test('[IK4] a decline that is sent again is known, and betrays nothing', async () => {
    const { handoffId } = await company.seed.complaint().routed('logistics').claimed().handedTo('warehouse');
    const input = { id: handoffId, preset: 'NOT_OURS' };
    const client = await company.as('warehouse');
    const key = { headers: { 'idempotency-key': 'decline-once' } };
    const first = await act(client, 'handoffDecline', input, key);
    expect(first.__typename).toBe('HandoffDeclinePayload');
    const again = await act(client, 'handoffDecline', input, key);
    expect(again).toEqual({
      __typename: 'AlreadyDoneError',
      code: 'ALREADY_DONE',
      message: expect.any(String),
      cursor: first.cursor,
    });
    expect(await act(client, 'handoffDecline', input)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
