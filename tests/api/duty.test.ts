import { directoryPut } from '@redress/domain/actions/directory-put';
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const give = async (person: Person, complaintId: string, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'dutyGive', { complaintId, departmentCode: 'warehouse', what: '核对出库单', ...input });
const end = async (person: Person, how: 'dutyDone' | 'dutyWaive', id: string) =>
  act(await company.as(person), how, { id, note: '已核对' });

const claimed = () => company.seed.complaint().routed('logistics').claimed();

describe('duties', () => {
  test('[DU1] a duty gives its department sight of the complaint, which stays when it is done', async () => {
    const { id } = await claimed();
    const told = await give('logistics', id);
    expect(told).toMatchObject({
      __typename: 'DutyGivePayload',
      duty: { what: '核对出库单', department: { code: 'warehouse' }, doneAt: null },
      complaint: { department: { code: 'logistics' } },
    });
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
    await end('packer', 'dutyDone', told.duty.id);
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
  });

  test('[DU1] it is due after it is given, by an owner of its department', async () => {
    const { id } = await claimed();
    const now = company.time.now().toISOString();
    const path = async (input: Record<string, unknown>) => (await give('logistics', id, input)).issues[0]?.path;
    expect(await path({ dueAt: now })).toEqual(['dueAt']);
    expect(await path({ what: ' ' })).toEqual(['what']);
    expect(await path({ departmentCode: 'nowhere' })).toEqual(['departmentCode']);
    const driver = (await cardOf(await company.as('logistics'), id))!.id;
    expect(await path({ ownerId: driver })).toEqual(['ownerId']);
    const dueAt = new Date(company.time.now().getTime() + 60_000).toISOString();
    expect((await give('logistics', id, { dueAt })).duty).toMatchObject({ dueAt });
  });

  test('[DU1] head, deputy and coordinator give duties; agents do not', async () => {
    const { id } = await claimed();
    for (const person of ['deputy', 'coordinator'] as const) {
      expect((await give(person, id)).__typename).toBe('DutyGivePayload');
    }
    expect(await give('driver', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await give('warehouse', id)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[DU2] the department that has it reports it done, once', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id);
    expect(await end('driver', 'dutyDone', duty.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await end('packer', 'dutyDone', duty.id)).toMatchObject({
      __typename: 'DutyDonePayload',
      duty: { doneBy: { name: '赵仓管' }, note: '已核对' },
    });
    expect(await end('packer', 'dutyDone', duty.id)).toMatchObject({
      __typename: 'DutyEndedError',
      duty: { id: duty.id, doneBy: { name: '赵仓管' } },
    });
  });

  test('[DU2] who gave it, or a coordinator, waives it', async () => {
    const { id } = await claimed();
    const [one, other] = [await give('logistics', id), await give('logistics', id)];
    expect(await end('deputy', 'dutyWaive', one.duty.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await end('packer', 'dutyWaive', one.duty.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await end('logistics', 'dutyWaive', one.duty.id)).__typename).toBe('DutyWaivePayload');
    expect((await end('coordinator', 'dutyWaive', other.duty.id)).__typename).toBe('DutyWaivePayload');
  });

  test('[DU2] waiving takes a reason', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id);
    const told = await act(await company.as('logistics'), 'dutyWaive', { id: duty.id, note: ' ' });
    expect(told.issues[0]?.path).toEqual(['note']);
  });

  test('[DU2] who gave it and only audits by now does not waive it', async () => {
    const { id } = await claimed();
    const head = await company.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' });
    const client = await company.signedIn(head);
    const given = await act(client, 'dutyGive', { complaintId: id, departmentCode: 'warehouse', what: '核对出库单' });
    await company.seed.setRoles(head, [{ role: 'AUDITOR' }]);
    expect(await act(client, 'dutyWaive', { id: given.duty.id })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[VIS3] to who does not see the complaint, its duties are not there', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id);
    expect(await end('agent', 'dutyDone', duty.id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

const HOUR = 3_600_000;
const DUTIES = `query ($id: ID!) { complaint(by: { id: $id }) { isBreached givenDuties openDuties nextDeadline { kind }
  duties(first: 100) { nodes { id what whatEn isFromTemplate dueAt doneAt waivedAt owner { name } department { code }
    deadline { kind state isBreached dueAt department { code } } } }
  timeline(first: 10) { nodes { __typename ... on DutyLinesSkipped { lines skippedFor category { code } }
    ... on DutyAssigned { fromMember { name } toMember { name } } } } } }`;

interface Listed {
  isBreached: boolean;
  givenDuties: number;
  openDuties: number;
  nextDeadline: { kind: string } | null;
  duties: { nodes: { id: string; what: string; isFromTemplate: boolean; dueAt: string | null; owner: unknown }[] };
  timeline: { nodes: { __typename: string }[] };
}

const listOf = async (id: string) =>
  (await (await company.as('coordinator')).ok<{ complaint: Listed }>(DUTIES, { id })).complaint;
const inHours = (hours: number) => new Date(company.time.now().getTime() + hours * HOUR).toISOString();
const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);

describe('the clock of a duty', () => {
  test('[DU5] it runs for the department that has it; done meets it, a breach is one of the card', async () => {
    const { id } = await claimed();
    const dueAt = inHours(0.5);
    const { duty } = await give('logistics', id, { dueAt });
    expect(await listOf(id)).toMatchObject({
      nextDeadline: { kind: 'DUTY' },
      givenDuties: 1,
      openDuties: 1,
      duties: { nodes: [{ deadline: { kind: 'DUTY', state: 'OPEN', dueAt, department: { code: 'warehouse' } } }] },
    });
    company.time.advance(HOUR);
    await company.app.clock.publishDue();
    expect(await listOf(id)).toMatchObject({ isBreached: true, nextDeadline: { kind: 'DUTY' } });
    await end('packer', 'dutyDone', duty.id);
    expect(await listOf(id)).toMatchObject({
      isBreached: false,
      openDuties: 0,
      duties: { nodes: [{ deadline: { state: 'MET', isBreached: true } }] },
    });
  });

  test('[DU5] waiving ends it, which is not "met"; a duty without a date has none', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id, { dueAt: inHours(5) });
    await give('logistics', id);
    await end('logistics', 'dutyWaive', duty.id);
    expect((await listOf(id)).duties.nodes).toMatchObject([{ deadline: { state: 'ENDED' } }, { deadline: null }]);
  });

  test('[DU3] a due time beyond a year is refused', async () => {
    const { id } = await claimed();
    expect((await give('logistics', id, { dueAt: inHours(24 * 367) })).issues[0]?.path).toEqual(['dueAt']);
  });
});

describe('the list', () => {
  test('[DU4] it holds as many open duties as the company allows, and not one more', async () => {
    const limits = DEFAULT_POLICIES.find(({ kind }) => kind === 'limits')!;
    const put = (openDuties: number) =>
      directoryPut(company.seed.system, {
        policies: [{ ...limits, value: { ...limits.value, openDuties } } as typeof limits],
      });
    await put(3);
    await company.settled();
    const { id } = await claimed();
    const told = await Promise.all(Array.from({ length: 8 }, () => give('logistics', id)));
    expect(told.filter(({ __typename }) => __typename === 'DutyGivePayload')).toHaveLength(3);
    expect(told.find(({ issues }) => issues)?.issues).toMatchObject([
      { path: ['complaintId'], message: expect.stringContaining('3') },
    ]);
    expect((await listOf(id)).openDuties).toBe(3);
    await put(100);
    await company.settled();
  });

  test('[DU6] INVESTIGATING and RESOLVING are left when every duty is done or waived', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
    const move = (toStage: string, input: Record<string, unknown> = {}) =>
      does('coordinator', 'complaintMove', { id, toStage, ...input });
    await move('INVESTIGATING');
    const { duty } = await give('logistics', id);
    expect(await move('RESOLVING')).toMatchObject({ code: 'STAGE_REQUIREMENTS', missing: ['DUTIES_ENDED'] });
    const waived = await move('RESOLVING', { override: true, reason: '先赔付' });
    expect(waived.__typename).toBe('ComplaintMovePayload');
    expect(await move('FOLLOWING_UP')).toMatchObject({ missing: ['DUTIES_ENDED'] });
    await end('packer', 'dutyDone', duty.id);
    expect((await move('FOLLOWING_UP')).__typename).toBe('ComplaintMovePayload');
  });

  test('[DU7] head, deputy and coordinator name the owner, a member themselves; only of its department', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id);
    const assign = (person: Person, owner: Person | null) =>
      does(person, 'dutyAssign', {
        id: duty.id,
        ownerId: owner && encodeId('Member', company.members[owner].id),
      });
    expect(await assign('logistics', 'packer')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await assign('packer', 'warehouse')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await assign('warehouse', 'driver')).issues[0]?.path).toEqual(['ownerId']);
    expect(await assign('packer', 'packer')).toMatchObject({ duty: { owner: { name: '赵仓管' } } });
    expect(await assign('warehouse', null)).toMatchObject({ duty: { owner: null } });
    const told = (await listOf(id)).timeline.nodes.filter(({ __typename }) => __typename === 'DutyAssigned');
    expect(told).toMatchObject([
      { fromMember: { name: '赵仓管' }, toMember: null },
      { fromMember: null, toMember: { name: '赵仓管' } },
    ]);
    await end('packer', 'dutyDone', duty.id);
    expect(await assign('warehouse', 'packer')).toMatchObject({ code: 'DUTY_ENDED' });
  });
});

describe('templates', () => {
  const line = (departmentCode: string, what: string, owner: 'HEAD' | null = null) => ({
    departmentCode,
    what,
    whatEn: `${what} (en)`,
    minutes: 90,
    owner,
  });
  const template = (key: string, ...duties: ReturnType<typeof line>[]) =>
    directoryPut(company.seed.system, { policies: [{ kind: 'dutyTemplate', key, value: { duties } }] });
  const from = (person: Person, complaintId: string) => does(person, 'dutiesFromTemplate', { complaintId });

  beforeAll(async () => {
    // The parent's: a complaint of `service.any` has it, because that has none.
    await template(
      'service',
      line('warehouse', '核对库存', 'HEAD'),
      line('nowhere', '问一问'),
      line('logistics', '查签收单'),
    );
    await company.settled();
  });

  const unclaimed = () => company.seed.complaint().routed('service');

  test("[DU8] taking a complaint on gives the duties of its category's template, or of its parent's", async () => {
    const { id } = await unclaimed();
    expect((await listOf(id)).givenDuties).toBe(0);
    await does('coordinator', 'complaintClaim', { id });
    const dueAt = inHours(1.5);
    const { duties, givenDuties, timeline } = await listOf(id);
    expect(givenDuties).toBe(2);
    expect(duties.nodes).toMatchObject([
      { what: '核对库存', whatEn: '核对库存 (en)', isFromTemplate: true, owner: { name: '吴仓储' }, dueAt },
      { what: '查签收单', owner: null, department: { code: 'logistics' }, deadline: { kind: 'DUTY', dueAt } },
    ]);
    const skipped = timeline.nodes.filter(({ __typename }) => __typename === 'DutyLinesSkipped');
    expect(skipped).toEqual([
      { __typename: 'DutyLinesSkipped', lines: [2], skippedFor: 'DEPARTMENT', category: { code: 'service' } },
    ]);
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
  });

  test('[DU8] once a round, whoever takes it on again; accepting a handoff is taking on', async () => {
    const { id } = await unclaimed();
    await does('coordinator', 'complaintClaim', { id });
    const handOff = await does('coordinator', 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: '货在库里',
    });
    await does('warehouse', 'handoffAccept', { id: handOff.handoff.id });
    expect((await listOf(id)).givenDuties).toBe(2);
    const asked = await company.seed.complaint().routed('service').handedTo('warehouse');
    await does('warehouse', 'handoffAccept', { id: asked.handoffId! });
    expect((await listOf(asked.id)).givenDuties).toBe(2);
  });

  test('[DU9] by hand the lines that are missing are added, and said when there are none', async () => {
    const { id } = await unclaimed();
    expect(await from('driver', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await from('coordinator', id)).toMatchObject({ __typename: 'DutiesFromTemplatePayload', given: 2 });
    expect((await from('coordinator', id)).issues).toMatchObject([{ path: ['complaintId'] }]);
    await template(
      'service',
      line('warehouse', '核对库存', 'HEAD'),
      line('nowhere', '问一问'),
      line('logistics', '查签收单'),
      line('logistics', '拍照'),
    );
    await company.settled();
    expect(await from('coordinator', id)).toMatchObject({ given: 1 });
    expect((await listOf(id)).duties.nodes.map(({ what }) => what)).toEqual(['核对库存', '查签收单', '拍照']);
    const { id: without } = await claimed();
    expect((await from('logistics', without)).issues).toMatchObject([{ path: ['complaintId'] }]);
  });

  test('[DU10] the head of the handling department waives what the template gave', async () => {
    const { id } = await company.seed.complaint().routed('logistics', company.seed.system);
    await template('logistics', line('warehouse', '核对出库'));
    await company.settled();
    await does('coordinator', 'complaintClaim', { id });
    const [duty] = (await listOf(id)).duties.nodes;
    expect(await end('warehouse', 'dutyWaive', duty!.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await end('deputy', 'dutyWaive', duty!.id)).__typename).toBe('DutyWaivePayload');
  });
});
