import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const working = () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
const inHours = (hours: number) => new Date(company.time.now().getTime() + hours * HOUR).toISOString();

const VISITS = `query ($id: ID!) { complaint(by: { id: $id }) { readers { id name }
  visits { nodes { id state at place record visitors { name } plannedBy { name } endedBy { name } } }
  timeline(first: 3) { nodes { __typename } } } }`;

interface Visits {
  readers: { id: string; name: string }[];
  visits: { nodes: { id: string; state: string; record: string | null }[] };
  timeline: { nodes: { __typename: string }[] };
}
const visitsOf = async (id: string) =>
  (await (await company.as('coordinator')).ok<{ complaint: Visits }>(VISITS, { id })).complaint;
const idsOf = async (id: string, ...names: string[]) => {
  const { readers } = await visitsOf(id);
  return names.map((name) => readers.find((reader) => reader.name === name)!.id);
};
const plan = async (id: string, input: Record<string, unknown> = {}) => {
  const visitorIds = await idsOf(id, '王司机', '李物流');
  return does('driver', 'visitPlan', { complaintId: id, at: inHours(3), place: '客户家', visitorIds, ...input });
};
const planned = async (id: string) => {
  await plan(id);
  return (await visitsOf(id)).visits.nodes[0]!.id;
};

describe('a home visit', () => {
  test('[VT1] is an appointment ahead, somewhere, for two who see the complaint', async () => {
    const { id } = await working();
    const path = async (input: Record<string, unknown>) => (await plan(id, input)).issues[0]?.path;
    expect(await path({ at: inHours(-1) })).toEqual(['at']);
    expect(await path({ place: ' ' })).toEqual(['place']);
    expect(await path({ visitorIds: await idsOf(id, '王司机') })).toEqual(['visitorIds']);
    const { id: other } = await company.seed.complaint().routed('warehouse').moved('CONFIRMED').claimed();
    const [driver] = await idsOf(id, '王司机');
    const [packer] = await idsOf(other, '赵仓管');
    expect(await path({ visitorIds: [driver, packer] })).toEqual(['visitorIds', '1']);
    expect((await plan(id)).__typename).toBe('VisitPlanPayload');
    expect(await visitsOf(id)).toMatchObject({
      visits: { nodes: [{ state: 'PLANNED', place: '客户家', visitors: [{ name: '王司机' }, { name: '李物流' }] }] },
      timeline: { nodes: [{ __typename: 'VisitPlanned' }, {}, {}] },
    });
  });

  test('[VT2] sends nobody whom the complaint is about', async () => {
    const { id } = await working();
    const [driver, head] = await idsOf(id, '王司机', '李物流');
    await does('coordinator', 'complaintConcern', { complaintId: id, memberIds: [head] });
    const refused = await plan(id, { visitorIds: [driver, head] });
    expect(refused.issues[0]?.path).toEqual(['visitorIds', '1']);
  });

  test('[VT3] is done with a record, once, and not before it was due', async () => {
    const { id } = await working();
    const visit = await planned(id);
    const done = (record: string) => does('driver', 'visitDone', { id: visit, record });
    expect((await done('客户已签字')).issues[0]?.path).toEqual(['id']);
    company.time.advance(4 * HOUR);
    expect((await done(' ')).issues[0]?.path).toEqual(['record']);
    expect(await does('packer', 'visitDone', { id: visit, record: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await done('客户已签字')).__typename).toBe('VisitDonePayload');
    expect((await done('又一次')).issues[0]?.path).toEqual(['id']);
    expect((await visitsOf(id)).visits.nodes).toMatchObject([
      { state: 'DONE', record: '客户已签字', endedBy: { name: '王司机' } },
    ]);
  });

  test('[VT4] may find nobody at home, or be called off with a reason', async () => {
    const { id } = await working();
    const first = await planned(id);
    expect((await does('driver', 'visitCancel', { id: first, reason: ' ' })).issues[0]?.path).toEqual(['reason']);
    await does('driver', 'visitCancel', { id: first, reason: '客户改期' });
    await plan(id);
    company.time.advance(4 * HOUR);
    const second = (await visitsOf(id)).visits.nodes.find(({ state }) => state === 'PLANNED')!.id;
    expect((await does('driver', 'visitNoShow', { id: second, note: '电话也没人接' })).__typename).toBe(
      'VisitNoShowPayload',
    );
    expect((await visitsOf(id)).visits.nodes.map(({ state }) => state).sort()).toEqual(['CANCELLED', 'NO_SHOW']);
  });
});
