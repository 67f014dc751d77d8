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
const one = () => company.seed.complaint().routed('logistics').claimed();
const EVENT = {
  subject: '同一批次床垫开裂',
  description: '同一批次，三天内多位客户反映。',
  departmentCode: 'logistics',
};
const opened = async (complaintIds: string[], more: Record<string, unknown> = {}, person: Person = 'coordinator') =>
  does(person, 'groupOpen', { ...EVENT, complaintIds, ...more });

interface Group {
  line: string | null;
  standardMinor: number | null;
  total: number;
  stages: { stage: string; count: number }[];
  satisfied: number;
  paid: number;
  paidMinor: number;
  parent: { id: string } | null;
  complaints: { id: string }[];
  setBy: { name: string } | null;
}
interface Member {
  isGroup: boolean;
  revision: number;
  group: Group | null;
  firstContactAt: string | null;
  contacts: { nodes: { summary: string }[] };
  unmet: string[];
  timeline: { nodes: { __typename: string }[] };
}
const GROUP = `query ($id: ID!) { complaint(by: { id: $id }) { isGroup revision firstContactAt unmet
  contacts { nodes { summary } } timeline(first: 20) { nodes { __typename } }
  group { line standardMinor total stages { stage count } satisfied paid paidMinor setBy { name } parent { id } complaints { id } } } }`;
const stateOf = async (id: string, person: Person = 'coordinator') =>
  (await (await company.as(person)).ok<{ complaint: Member }>(GROUP, { id })).complaint;

describe('group cases', () => {
  test('[GC1] a coordinator opens one over at least two complaints; a parent is a complaint of its own', async () => {
    const [a, b] = [await one(), await one()];
    expect(await opened([a.id, b.id], {}, 'logistics')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await opened([a.id])).issues[0]?.path).toEqual(['complaintIds']);
    expect((await opened([a.id, a.id])).issues[0]?.path).toEqual(['complaintIds']);
    const { complaint: parent } = await opened([b.id, a.id], { line: '已停售，全额退款', standardMinor: 30_000 });
    expect(parent).toMatchObject({ subject: EVENT.subject, department: { code: 'logistics' } });
    expect(await stateOf(parent.id)).toMatchObject({
      isGroup: true,
      group: {
        line: '已停售，全额退款',
        standardMinor: 30_000,
        total: 2,
        stages: [{ stage: 'RECEIVED', count: 2 }],
        complaints: [{ id: a.id }, { id: b.id }],
        setBy: { name: '周协调' },
      },
    });
    expect((await stateOf(a.id)).timeline.nodes.map(({ __typename }) => __typename)).toContain('GroupJoined');
  });

  test('[GC2] a group in a group, one complaint in two groups, a closed one: refused, and nothing is written', async () => {
    const [a, b, c] = [await one(), await one(), await one()];
    const { complaint: parent } = await opened([a.id, b.id]);
    const before = await stateOf(c.id);
    expect((await opened([c.id, parent.id])).issues[0]?.path).toEqual(['complaintIds']);
    expect((await opened([c.id, a.id])).issues[0]?.path).toEqual(['complaintIds']);
    const other = await one();
    await does('coordinator', 'complaintMerge', { id: other.id, intoId: c.id, reason: '重复', acrossCustomers: true });
    expect(
      (await does('coordinator', 'groupAdd', { id: parent.id, complaintIds: [other.id] })).issues[0]?.path,
    ).toEqual(['complaintIds']);
    expect((await stateOf(c.id)).group).toBeNull();
    expect((await stateOf(c.id)).revision).toBe(before.revision + 1);
    expect(await does('coordinator', 'groupAdd', { id: a.id, complaintIds: [c.id] })).toMatchObject({
      issues: [{ path: ['id'] }],
    });
  });

  test('[GC3] complaints come and go, and keep what was done in them', async () => {
    const [a, b, c] = [await one(), await one(), await one()];
    const { complaint: parent } = await opened([a.id, b.id]);
    const add = (person: Person) => does(person, 'groupAdd', { id: parent.id, complaintIds: [c.id] });
    expect(await add('logistics')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await add('coordinator')).__typename).toBe('GroupAddPayload');
    expect((await stateOf(parent.id)).group!.total).toBe(3);
    expect((await does('coordinator', 'groupRemove', { id: parent.id, complaintIds: [c.id] })).__typename).toBe(
      'GroupRemovePayload',
    );
    expect((await stateOf(c.id)).group).toBeNull();
    expect((await does('coordinator', 'groupRemove', { id: parent.id, complaintIds: [c.id] })).issues[0]?.path).toEqual(
      ['complaintIds'],
    );
  });

  test('[GC4] the line and the standard show at every complaint of the group; an amount has its limits', async () => {
    const [a, b] = [await one(), await one()];
    const { complaint: parent } = await opened([a.id, b.id]);
    expect((await stateOf(a.id)).group).toMatchObject({ line: null, standardMinor: null });
    const set = (input: Record<string, unknown>, person: Person = 'coordinator') =>
      does(person, 'groupLineSet', { id: parent.id, ...input });
    expect((await set({ line: ' ' })).issues[0]?.path).toEqual(['line']);
    for (const standardMinor of [-1, 0.5, 10 ** 12]) {
      expect((await set({ standardMinor })).issues[0]).toMatchObject({
        path: ['standardMinor'],
        message: expect.not.stringContaining('{'),
      });
    }
    expect(await set({ line: '一律退款' }, 'driver')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await set({ line: '一律退款', standardMinor: 20_000 })).__typename).toBe('GroupLineSetPayload');
    expect((await stateOf(a.id, 'driver')).group).toMatchObject({ line: '一律退款', standardMinor: 20_000 });
  });

  test('[GC5] one contact is recorded with all that are open, in one change', async () => {
    const [a, b] = [await one(), await one()];
    const { complaint: parent } = await opened([a.id, b.id]);
    const told = await does('coordinator', 'groupContactRecord', {
      id: parent.id,
      channel: 'EMAIL',
      summary: '已停售，三日内退款',
    });
    expect(told).toMatchObject({ __typename: 'GroupContactRecordPayload', given: 2 });
    for (const id of [parent.id, a.id, b.id]) {
      expect(await stateOf(id)).toMatchObject({
        firstContactAt: expect.any(String),
        contacts: { nodes: [{ summary: '已停售，三日内退款' }] },
      });
    }
  });

  test('[GC6] the parent tells how far they are; nobody is settled with or asked in it', async () => {
    const [a, b] = [await one(), await one()];
    const { complaint: parent } = await opened([a.id, b.id]);
    await does('coordinator', 'complaintMove', { id: a.id, toStage: 'RESOLVING', override: true, reason: '急' });
    expect((await stateOf(parent.id)).group).toMatchObject({
      stages: [
        { stage: 'RECEIVED', count: 1 },
        { stage: 'RESOLVING', count: 1 },
      ],
      satisfied: 0,
      paid: 0,
      paidMinor: 0,
    });
  });

  test('[GC7] the owner hears of it at once when it has grown to many, in whatever way', async () => {
    const owner = await company.seed.member({ role: 'OWNER', name: '董事长' });
    const client = await company.signedIn(owner);
    const told = async (id: string) => (await client.ok<{ complaint: object | null }>(GROUP, { id })).complaint;
    const many = await Promise.all(Array.from({ length: 10 }, one));
    const ids = many.map(({ id }) => id);
    const { complaint: grown } = await opened(ids.slice(0, 8));
    const names = async (id: string) =>
      (await stateOf(id)).timeline.nodes.filter(({ __typename }) => __typename === 'ComplaintEscalated').length;
    await does('coordinator', 'groupAdd', { id: grown.id, complaintIds: ids.slice(8, 9) });
    expect(await names(grown.id)).toBe(0);
    await does('coordinator', 'groupAdd', { id: grown.id, complaintIds: ids.slice(9) });
    expect(await names(grown.id)).toBe(1);
    expect(await told(grown.id)).not.toBeNull();
    const more = await Promise.all([one(), one()]);
    await does('coordinator', 'groupAdd', { id: grown.id, complaintIds: more.map(({ id }) => id) });
    expect(await names(grown.id)).toBe(1);
    const { complaint: big } = await opened((await Promise.all(Array.from({ length: 10 }, one))).map(({ id }) => id));
    expect(await names(big.id)).toBe(1);
  });

  test('[GC8] a parent is not closed before its complaints, and whoever tries is told which', async () => {
    const [a, b] = [await one(), await one()];
    const { complaint: parent } = await opened([a.id, b.id]);
    const close = (more: object = {}) =>
      does('coordinator', 'complaintMove', { id: parent.id, toStage: 'CLOSED', ...more });
    const answer = await close({ override: true, reason: '结案' });
    expect(answer).toMatchObject({ __typename: 'GroupOpenError', code: 'GROUP_OPEN', open: 2 });
    expect((answer as unknown as { numbers: string[] }).numbers).toEqual([a.number, b.number].sort());
    expect(answer.message).toContain(a.number);
    await does('coordinator', 'groupRemove', { id: parent.id, complaintIds: [a.id, b.id] });
    expect(await close()).toMatchObject({ code: 'STAGE_REQUIREMENTS' });
  });
});
