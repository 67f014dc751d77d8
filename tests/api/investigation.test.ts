import { directoryPut } from '@redress/domain/actions/directory-put';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const working = () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
const memberId = async (person: Person) => {
  const client = await company.as(person);
  return (
    await client.ok<{ viewer: { member: { id: string } } }>('{ viewer { ... on MemberViewer { member { id } } } }')
  ).viewer.member.id;
};

const CASE = `query ($id: ID!) { complaint(by: { id: $id }) { version validity rootCause { code parent { code } }
  concernedMembers { name } assignee { name } processOwner { name } unmet
  investigation { round report { course findings conclusion by { name } } validity validityReason decidedBy { name }
    rootCause { code } rootCauseNote summary summarisedBy { name } responsibility { department { code } note } }
  consultations { totalCount nodes { members { name } summary decision recordedBy { name } } }
  timeline(first: 1) { nodes { __typename ... on ConcernedMembersSet { concerned { name } }
    ... on ResponsibilityDecided { investigation { responsibility { department { code } } } } } } } }`;

interface CaseState {
  version: number;
  validity: string;
  rootCause: { code: string } | null;
  concernedMembers: { name: string }[];
  investigation: { responsibility: { department: { code: string } } | null; validity: string } | null;
  consultations: { totalCount: number };
  timeline: { nodes: Record<string, unknown>[] };
}
const caseOf = async (id: string, person: Person = 'coordinator') =>
  (await (await company.as(person)).ok<{ complaint: CaseState }>(CASE, { id })).complaint;

const REPORT = { course: '三次改期', findings: '调度漏排', conclusion: '责任在我方' };
const report = (person: Person, complaintId: string, input: Record<string, unknown> = {}) =>
  does(person, 'investigationReport', { complaintId, ...REPORT, ...input });
const decide = (person: Person, complaintId: string, input: Record<string, unknown> = {}) =>
  does(person, 'validityDecide', { complaintId, validity: 'FOUNDED', reason: '监控为证', ...input });

describe('an investigation', () => {
  test('[IV1] is written by the handling department and coordinators, from confirmation to the end', async () => {
    const early = await company.seed.complaint().routed('logistics');
    expect(await report('coordinator', early.id)).toMatchObject({ code: 'FORBIDDEN' });
    const { id } = await working();
    expect(await caseOf(id)).toMatchObject({ investigation: null, validity: 'UNDETERMINED', rootCause: null });
    expect(await report('driver', id)).toMatchObject({ __typename: 'InvestigationReportPayload' });
    expect(await report('auditor', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await report('packer', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await caseOf(id)).toMatchObject({
      investigation: { round: 1, report: { ...REPORT, by: { name: '王司机' } }, validity: 'UNDETERMINED' },
      timeline: { nodes: [{ __typename: 'InvestigationReported' }] },
    });
  });

  test('[IV2] a report is whole; a later one takes its place, and a stale one is told so', async () => {
    const { id } = await working();
    expect((await report('driver', id, { findings: ' ' })).issues[0]?.path).toEqual(['findings']);
    const { version } = await caseOf(id);
    await report('driver', id);
    const stale = await report('logistics', id, { conclusion: '与我方无关', expectedVersion: version });
    expect(stale).toMatchObject({ code: 'STALE_VERSION' });
    await report('logistics', id, { conclusion: '调度已改' });
    expect(await caseOf(id)).toMatchObject({
      investigation: { report: { conclusion: '调度已改', by: { name: '李物流' } } },
    });
  });

  test('[FA3] a report that is handed in anew keeps what was masked when it was read', async () => {
    const { id, uuid } = await working();
    await report('driver', id, { course: '回电 13812345678，没人接' });
    const shown = '回电 138****78，没人接';
    expect(await caseOf(id)).toMatchObject({ investigation: { report: { course: shown } } });
    await report('logistics', id, { course: `${shown}；今天再打` });
    const { course } = await company.db.prisma.investigation.findFirstOrThrow({ where: { complaintId: uuid } });
    expect(course).toBe('回电 13812345678，没人接；今天再打');
    const wrong = await report('driver', id, { findings: '问过 139****11' });
    expect(wrong).toMatchObject({ issues: [{ path: ['findings'] }] });
  });

  test('[IV3] validity is decided with a reason, and is a decision', async () => {
    const { id } = await working();
    expect((await decide('driver', id, { reason: '' })).issues[0]?.path).toEqual(['reason']);
    expect((await decide('driver', id, { validity: 'UNDETERMINED' })).issues[0]?.path).toEqual(['validity']);
    await decide('driver', id, { validity: 'PARTLY_FOUNDED', reason: '客户电话 13912345678 未接通' });
    const told = await caseOf(id);
    expect(told).toMatchObject({ validity: 'PARTLY_FOUNDED', investigation: { decidedBy: { name: '王司机' } } });
    expect(JSON.stringify(told)).not.toContain('13912345678');
  });

  test('[IV5] the root cause is one of the tree, and not an archived one', async () => {
    const { id } = await working();
    const set = (code: string) => does('driver', 'rootCauseSet', { complaintId: id, code, note: '旺季' });
    expect((await set('no.such')).issues[0]?.path).toEqual(['code']);
    const gone = { code: 'process.gone', nameZh: '已停用', nameEn: 'Gone', archived: true };
    await directoryPut(company.seed.system, { rootCauses: [gone] });
    await company.settled();
    expect((await set('process.gone')).issues[0]?.path).toEqual(['code']);
    expect(await set('process.capacity')).toMatchObject({ __typename: 'RootCauseSetPayload' });
    expect(await caseOf(id)).toMatchObject({
      rootCause: { code: 'process.capacity', parent: { code: 'process' } },
      investigation: { rootCauseNote: '旺季' },
    });
  });

  test('[IV6] [IV7] whose fault it was is decided by few, read by few, and named by no event', async () => {
    const { id } = await working();
    const input = { complaintId: id, departmentCode: 'warehouse', note: '出库少件' };
    expect(await does('logistics', 'responsibilityDecide', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      (await does('coordinator', 'responsibilityDecide', { ...input, departmentCode: 'x' })).issues[0]?.path,
    ).toEqual(['departmentCode']);
    await does('coordinator', 'responsibilityDecide', input);
    await does('logistics', 'dutyGive', { complaintId: id, departmentCode: 'warehouse', what: '查出库' });
    const seen = { department: { code: 'warehouse' }, note: '出库少件' };
    for (const person of ['coordinator', 'auditor', 'warehouse'] as const)
      expect((await caseOf(id, person)).investigation?.responsibility).toEqual(seen);
    for (const person of ['supervisor', 'logistics', 'driver', 'packer'] as const) {
      const told = await caseOf(id, person);
      expect(told.investigation).toMatchObject({ responsibility: null });
      expect(JSON.stringify(told)).not.toContain('warehouse');
    }
    const { rows } = await company.db.pool.query<{ payload: object }>(
      `SELECT "payload" FROM "event" WHERE "type" = 'ResponsibilityDecided'`,
    );
    expect(rows.map(({ payload }) => Object.keys(payload))).toEqual([['investigationId']]);
  });

  test('[IV8] the closing summary is in words', async () => {
    const { id } = await working();
    const write = (summary: string) => does('driver', 'complaintSummarise', { complaintId: id, summary });
    expect((await write(' ')).issues[0]?.path).toEqual(['summary']);
    await write('已送到并致歉');
    expect(await caseOf(id)).toMatchObject({
      investigation: { summary: '已送到并致歉', summarisedBy: { name: '王司机' } },
    });
  });

  test('[IV9] a consultation names two who could sit together, and when they did', async () => {
    const { id } = await working();
    const [driver, head] = [await memberId('driver'), await memberId('logistics')];
    const record = (input: Record<string, unknown>) =>
      does('driver', 'consultationRecord', { complaintId: id, summary: '逐条核对', decision: '全额退款', ...input });
    const path = async (input: Record<string, unknown>) => (await record(input)).issues[0]?.path;
    expect(await path({ memberIds: [driver, driver] })).toEqual(['memberIds']);
    expect(await path({ memberIds: [driver, head], at: '2020-01-01T00:00:00Z' })).toEqual(['at']);
    const soon = new Date(company.time.now().getTime() + 60_000).toISOString();
    expect(await path({ memberIds: [driver, head], at: soon })).toEqual(['at']);
    expect(await record({ memberIds: [driver, head] })).toMatchObject({ __typename: 'ConsultationRecordPayload' });
    expect(await caseOf(id)).toMatchObject({
      consultations: {
        totalCount: 1,
        nodes: [{ members: [{ name: '王司机' }, { name: '李物流' }], decision: '全额退款' }],
      },
    });
  });
});

describe('a complaint about a colleague', () => {
  test('[IV10] [IV11] is out of their hands, whoever they are', async () => {
    const { id } = await working();
    const [driver, head, packer] = [await memberId('driver'), await memberId('logistics'), await memberId('packer')];
    await does('logistics', 'complaintAssign', { id, assigneeId: driver });
    const concern = { complaintId: id, memberIds: [driver] };
    expect(await does('driver', 'complaintConcern', concern)).toMatchObject({ code: 'FORBIDDEN' });
    await does('logistics', 'complaintConcern', concern);
    expect(await caseOf(id)).toMatchObject({
      concernedMembers: [{ name: '王司机' }],
      assignee: null,
      processOwner: null,
    });
    const refused = await report('driver', id);
    expect(refused).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('您本人') });
    expect(await does('driver', 'complaintMove', { id, toStage: 'INVESTIGATING' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await does('driver', 'commentAdd', { id, text: '当天车坏了' })).toMatchObject({
      __typename: 'CommentAddPayload',
    });
    expect((await does('logistics', 'complaintAssign', { id, assigneeId: driver })).issues[0]?.path).toEqual([
      'assigneeId',
    ]);
    const consult = { complaintId: id, memberIds: [head, driver], summary: '核对', decision: '退款' };
    expect((await does('logistics', 'consultationRecord', consult)).issues[0]?.path).toEqual(['memberIds', '1']);
    await does('coordinator', 'complaintConcern', { complaintId: id, memberIds: [head] });
    expect(await decide('logistics', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide('deputy', id)).toMatchObject({ __typename: 'ValidityDecidePayload' });
    expect(await does('coordinator', 'complaintConcern', { complaintId: id, memberIds: [] })).toMatchObject({
      __typename: 'ComplaintConcernPayload',
    });
    expect(await report('driver', id)).toMatchObject({ __typename: 'InvestigationReportPayload' });
    expect(packer).not.toBe(driver);
  });

  test('[IV12] is marked as such by its head, its registrar or a coordinator, naming people that there are', async () => {
    const { id } = await working();
    const driver = await memberId('driver');
    const name = (person: Person, memberIds: string[]) =>
      does(person, 'complaintConcern', { complaintId: id, memberIds });
    expect(await name('driver', [driver])).toMatchObject({ code: 'FORBIDDEN' });
    const nobody = `mbr_${'0'.repeat(32)}`;
    expect((await name('deputy', [driver, nobody])).issues[0]?.path).toEqual(['memberIds', '1']);
    expect(await name('deputy', [driver])).toMatchObject({ __typename: 'ComplaintConcernPayload' });
    expect((await caseOf(id)).timeline.nodes).toMatchObject([
      { __typename: 'ConcernedMembersSet', concerned: [{ name: '王司机' }] },
    ]);
  });
});

test('[IV14] an administrator keeps the tree; a code never changes, and a group has to be there', async () => {
  const put = (person: Person, input: Record<string, unknown>) =>
    does(person, 'rootCausePut', { nameZh: '停电', nameEn: 'Power cut', ...input });
  expect(await put('coordinator', { code: 'outside.power' })).toMatchObject({ code: 'FORBIDDEN' });
  for (const code of ['Outside.power', 'outside.', 'nowhere.power', 'a.b.c'])
    expect((await put('admin', { code })).issues[0]?.path).toEqual(['code']);
  expect((await put('admin', { code: 'outside.power' })).__typename).toBe('RootCausePutPayload');
  await put('admin', { code: 'outside.power', nameZh: '停水停电', archived: true });
  const client = await company.as('agent');
  const codes = async (archived: boolean) =>
    (
      await client.ok<{ rootCauses: { code: string; nameZh: string }[] }>(
        'query ($archived: Boolean) { rootCauses(archived: $archived) { code nameZh } }',
        { archived },
      )
    ).rootCauses;
  expect(await codes(false)).not.toContainEqual(expect.objectContaining({ code: 'outside.power' }));
  expect(await codes(true)).toContainEqual({ code: 'outside.power', nameZh: '停水停电' });
});

test('[IV13] a new company finds a tree of root causes in two levels, in both languages', async () => {
  const client = await company.as('agent');
  const { rootCauses } = await client.ok<{
    rootCauses: { code: string; nameZh: string; nameEn: string; parent: { code: string } | null }[];
  }>('{ rootCauses { code nameZh nameEn parent { code } } }');
  const groups = rootCauses.filter(({ parent }) => parent === null).map(({ code }) => code);
  expect(groups).toHaveLength(6);
  for (const { code, parent, nameZh, nameEn } of rootCauses) {
    expect(parent === null || (groups.includes(parent.code) && code.startsWith(`${parent.code}.`))).toBe(true);
    expect(nameZh).toMatch(/\p{Script=Han}/u);
    expect(nameEn).not.toMatch(/\p{Script=Han}/u);
  }
});
