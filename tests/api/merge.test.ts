import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Events, loadBoard } from '../live/board-client.ts';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const DAY = 86_400_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const merge = (person: Person, id: string, intoId: string, more: Record<string, unknown> = {}) =>
  does(person, 'complaintMerge', { id, intoId, reason: '同一单货', ...more });

const CUSTOMER = { name: '王小明', phone: '13812345678', email: null, region: null, tier: null, group: null };
let callers = 0;
/** Somebody who has not complained before. */
const caller = () => ({ ...CUSTOMER, phone: `139000${String(++callers).padStart(5, '0')}` });

interface Registered {
  id: string;
  number: string;
  trackingCode: string;
}

/** Registered over the contract, so that its tracking code is known; handled by logistics. */
async function registered(customer: object | null, about: string | null = null): Promise<Registered> {
  const told = await does('coordinator', 'complaintRegister', {
    subject: '床垫没有送到',
    description: '约好上午送货，等到晚上也没有人来。',
    channel: 'PHONE',
    departmentCode: 'logistics',
    customer,
    about,
  });
  company.time.advance(60_000);
  return { id: told.complaint.id, number: told.complaint.number, trackingCode: told.trackingCode! };
}

interface Story {
  stage: string;
  isBreached: boolean;
  nextDeadline: { kind: string } | null;
  mergedInto: { id: string } | null;
  merged: { id: string }[];
  possibleDuplicates: { number: string; score: number; because: string[]; complaint: { id: string } | null }[];
  timeline: { nodes: { __typename: string; complaint: { id: string }; reason?: string }[] };
  deadlines: { nodes: { state: string }[] };
  pendingHandoff: object | null;
  openDuties: number;
  promises: { nodes: { state: string }[] };
}
const STORY = `query ($id: ID!) { complaint(by: { id: $id }) {
  stage isBreached nextDeadline { kind } mergedInto { id } merged { id } openDuties pendingHandoff { id }
  possibleDuplicates { number score because complaint { id } }
  deadlines { nodes { state } } promises { nodes { state } }
  timeline(first: 50) { nodes { __typename complaint { id } ... on ComplaintMerged { reason into { id } } } } } }`;
const storyOf = async (id: string, person: Person = 'coordinator') =>
  (await (await company.as(person)).ok<{ complaint: Story | null }>(STORY, { id })).complaint;

const TRACK = `query ($code: String!, $phoneLast4: String) { tracking(code: $code, phoneLast4: $phoneLast4) {
  number subject stage mergedNumbers steps { stage reachedAt } contacts { text } promises { what } } }`;
interface Tracked {
  number: string;
  stage: string;
  mergedNumbers: string[];
  steps: { stage: string; reachedAt: string | null }[];
  contacts: { text: string | null }[];
}
const track = async (code: string, phone: string | null) =>
  (
    await company
      .client()
      .ok<{ tracking: Tracked | null }>(TRACK, { code, phoneLast4: phone === null ? null : phone.slice(-4) })
  ).tracking;

describe('merging', () => {
  test('[MG1] what one customer says of one order is offered, with why; what is out of sight, by number and stage', async () => {
    const who = caller();
    const first = await registered(who, '订单 YL-77001234');
    const second = await registered(who, '订单 YL77001234');
    await registered(caller());
    const told = (await storyOf(second.id))!.possibleDuplicates;
    expect(told).toMatchObject([
      { number: first.number, because: ['CUSTOMER', 'ORDER', 'WORDS'], complaint: { id: first.id } },
    ]);
    await does('coordinator', 'complaintRoute', { id: first.id, departmentCode: 'warehouse' });
    expect((await storyOf(second.id, 'logistics'))!.possibleDuplicates).toMatchObject([
      { number: first.number, complaint: null },
    ]);
    company.time.advance(91 * DAY);
    const third = await registered(who, '订单 YL77001234');
    expect((await storyOf(third.id))!.possibleDuplicates).toEqual([]);
  });

  test('[MG2] heads of both departments and coordinators merge the later into the earlier', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    expect(await merge('driver', later.id, earlier.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await merge('packer', later.id, earlier.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await merge('auditor', later.id, earlier.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await merge('logistics', later.id, earlier.id, { reason: ' ' })).issues[0]?.path).toEqual(['reason']);
    expect(await merge('logistics', earlier.id, later.id)).toMatchObject({ issues: [{ path: ['intoId'] }] });
    expect(await merge('logistics', later.id, earlier.id)).toMatchObject({
      __typename: 'ComplaintMergePayload',
      complaint: { id: later.id, stage: 'CLOSED' },
    });
    const elsewhere = await registered(who);
    await does('coordinator', 'complaintRoute', { id: elsewhere.id, departmentCode: 'warehouse' });
    expect(await merge('warehouse', elsewhere.id, earlier.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[MG3] into itself, in a circle, of a merged one, into a closed one: refused, and nothing is written', async () => {
    const who = caller();
    const [a, b, c] = [await registered(who), await registered(who), await registered(who)];
    const issue = async (id: string, into: string) => (await merge('coordinator', id, into)).issues[0]?.path;
    expect(await issue(a.id, a.id)).toEqual(['intoId']);
    expect((await merge('coordinator', c.id, b.id)).__typename).toBe('ComplaintMergePayload');
    const before = await cardOf(await company.as('coordinator'), b.id);
    expect(await merge('coordinator', c.id, a.id)).toMatchObject({
      __typename: 'AlreadyMergedError',
      complaint: { id: c.id },
    });
    expect(await issue(b.id, c.id)).toEqual(['intoId']);
    await does('coordinator', 'complaintMove', { id: a.id, toStage: 'CONFIRMED', override: true, reason: '急' });
    expect((await cardOf(await company.as('coordinator'), b.id))!.revision).toBe(before!.revision);
    expect((await merge('coordinator', b.id, a.id)).__typename).toBe('ComplaintMergePayload');
    expect(await issue(a.id, b.id)).toEqual(['intoId']);
    expect((await storyOf(a.id))!.merged.map(({ id }) => id)).toEqual([b.id, c.id]);
  });

  test('[MG3] two customers are one matter only when somebody says so', async () => {
    const one = await registered(caller());
    const other = await registered(caller());
    const nobody = await registered(null);
    expect((await merge('coordinator', other.id, one.id)).issues[0]?.path).toEqual(['acrossCustomers']);
    expect((await merge('coordinator', nobody.id, one.id)).issues[0]?.path).toEqual(['acrossCustomers']);
    expect((await storyOf(other.id))!.stage).toBe('RECEIVED');
    expect((await merge('coordinator', other.id, one.id, { acrossCustomers: true })).__typename).toBe(
      'ComplaintMergePayload',
    );
  });

  test('[MG4] the merged one ends without having met anything, and is not counted as resolved', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    await does('logistics', 'complaintClaim', { id: later.id });
    await does('logistics', 'dutyGive', { complaintId: later.id, departmentCode: 'warehouse', what: '查出库' });
    await does('logistics', 'handoffRequest', {
      complaintId: later.id,
      toDepartmentCode: 'warehouse',
      reason: '贵部门',
    });
    const dueAt = new Date(company.time.now().getTime() + DAY).toISOString();
    await does('logistics', 'promiseMake', { complaintId: later.id, what: '明天回电', dueAt });
    expect((await merge('coordinator', later.id, earlier.id)).__typename).toBe('ComplaintMergePayload');
    const story = (await storyOf(later.id))!;
    expect(story).toMatchObject({
      stage: 'CLOSED',
      mergedInto: { id: earlier.id },
      nextDeadline: null,
      pendingHandoff: null,
      openDuties: 0,
      promises: { nodes: [{ state: 'RELEASED' }] },
    });
    expect(story.deadlines.nodes.every(({ state }) => state !== 'OPEN' && state !== 'PAUSED')).toBe(true);
    expect(story.timeline.nodes.map(({ __typename }) => __typename)).toEqual(
      expect.arrayContaining(['ComplaintMerged', 'DutyWaived', 'HandoffWithdrawn', 'PromiseReleased']),
    );
  });

  test('[MG5] who sees one sees both, also who comes to see the survivor later; its timeline tells both', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    await does('coordinator', 'complaintRoute', { id: later.id, departmentCode: 'service' });
    await does('agent', 'commentAdd', { id: later.id, text: '客户又打来' });
    expect(await storyOf(earlier.id, 'agent')).toBeNull();
    await merge('coordinator', later.id, earlier.id);
    const story = (await storyOf(earlier.id, 'agent'))!;
    expect(story.merged).toEqual([{ id: later.id }]);
    expect(story.timeline.nodes.filter(({ complaint }) => complaint.id === later.id)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ __typename: 'CommentAdded' })]),
    );
    expect(story.timeline.nodes).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ __typename: 'ComplaintAbsorbed' })]),
    );
    expect(await storyOf(later.id, 'packer')).toBeNull();
    await does('logistics', 'dutyGive', { complaintId: earlier.id, departmentCode: 'warehouse', what: '查出库' });
    expect((await storyOf(earlier.id, 'packer'))!.timeline.nodes.length).toBeGreaterThan(3);
    expect((await storyOf(later.id, 'packer'))!.mergedInto).toEqual({ id: earlier.id });
  });

  test('[MG5] boards hear at once of a merged one that comes in sight with the survivor', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    await merge('coordinator', later.id, earlier.id);
    const packer = await company.as('packer');
    const { cursor, scope } = await loadBoard(packer);
    const board = new Events(await company.socket(packer), { after: cursor, scope });
    await does('logistics', 'dutyGive', { complaintId: earlier.id, departmentCode: 'warehouse', what: '查出库' });
    const told = [await board.next(), await board.next()];
    expect(told).toMatchObject([
      { __typename: 'DutyGiven', complaint: { id: earlier.id } },
      { __typename: 'SightFollowed', complaint: { id: later.id, stage: 'CLOSED' } },
    ]);
    board.leave();
  });

  test('[MG6] both codes open the one case; what its customer wrote before stays on the page', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    const key = { code: later.trackingCode, phoneLast4: who.phone.slice(-4) };
    await act(company.client(), 'trackingMessage', { ...key, text: '还没人联系我' });
    await merge('coordinator', later.id, earlier.id);
    await does('coordinator', 'complaintMove', { id: earlier.id, toStage: 'CONFIRMED', override: true, reason: '急' });
    for (const code of [earlier.trackingCode, later.trackingCode]) {
      expect(await track(code, who.phone)).toMatchObject({
        number: earlier.number,
        stage: 'CONFIRMED',
        mergedNumbers: [later.number],
        contacts: [{ text: '还没人联系我' }],
      });
    }
    expect(await track(later.trackingCode, '0000')).toBeNull();
    await act(company.client(), 'trackingMessage', { ...key, text: '谢谢' });
    expect((await track(earlier.trackingCode, who.phone))!.contacts.map(({ text }) => text)).toEqual([
      '谢谢',
      '还没人联系我',
    ]);
  });

  test('[MG6] a stranger’s code shows how far it is, and nothing that the other customer wrote', async () => {
    const [one, two] = [caller(), caller()];
    const earlier = await registered(one);
    const later = await registered(two);
    const write = (code: string, phone: string, text: string) =>
      act(company.client(), 'trackingMessage', { code, phoneLast4: phone.slice(-4), text });
    await merge('coordinator', later.id, earlier.id, { acrossCustomers: true });
    await write(earlier.trackingCode, one.phone, '我住三楼');
    await write(later.trackingCode, two.phone, '我住五楼');
    await does('coordinator', 'complaintMove', { id: earlier.id, toStage: 'CONFIRMED', override: true, reason: '急' });
    expect(await track(later.trackingCode, two.phone)).toMatchObject({
      number: later.number,
      stage: 'CONFIRMED',
      mergedNumbers: [],
      contacts: [{ text: '我住五楼' }],
    });
    expect(await track(earlier.trackingCode, one.phone)).toMatchObject({
      mergedNumbers: [],
      contacts: [{ text: '我住三楼' }],
    });
  });

  test('[MG7] reopening the merged one parts them', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    await merge('coordinator', later.id, earlier.id);
    expect(
      (await does('coordinator', 'complaintMove', { id: later.id, toStage: 'CONFIRMED', reason: '不是一回事' }))
        .__typename,
    ).toBe('ComplaintMovePayload');
    expect(await storyOf(later.id)).toMatchObject({ stage: 'CONFIRMED', mergedInto: null });
    expect((await storyOf(earlier.id))!.merged).toEqual([]);
    expect((await track(later.trackingCode, who.phone))!.number).toBe(later.number);
  });

  test('[MG4] a change of the survivor meanwhile is not lost, and neither half stands alone', async () => {
    const who = caller();
    const earlier = await registered(who);
    const later = await registered(who);
    const answers = await Promise.all([
      merge('coordinator', later.id, earlier.id),
      merge('logistics', later.id, earlier.id),
      does('coordinator', 'commentAdd', { id: earlier.id, text: '一' }),
      does('coordinator', 'commentAdd', { id: later.id, text: '二' }),
    ]);
    expect(
      answers
        .slice(0, 2)
        .map(({ __typename }) => __typename)
        .sort(),
    ).toEqual(['AlreadyMergedError', 'ComplaintMergePayload']);
    const types = (await storyOf(earlier.id))!.timeline.nodes.map(({ __typename }) => __typename);
    expect(types.filter((type) => type === 'CommentAdded')).toHaveLength(2);
    expect(types.filter((type) => type === 'ComplaintMerged')).toHaveLength(1);
    expect(types.filter((type) => type === 'ComplaintAbsorbed')).toHaveLength(1);
  });
});
