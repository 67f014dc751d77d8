import { decodeIdOf, encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEETING_EVENTS, act, cardOf, meetingOf } from './act.ts';
import type { TestMeeting, Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';
import type { SeededMember } from '../testkit/seed.ts';
import type { TestSubscription } from '../testkit/socket.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let company: Company;
let second: SeededMember;
const member = (person: Person) => encodeId('Member', company.members[person].id);

const by = async (who: Person | SeededMember, mutation: string, input: Record<string, unknown>): Promise<Told> =>
  act(typeof who === 'string' ? await company.as(who) : await company.signedIn(who), mutation, input);
const start = async (input: Record<string, unknown> = { name: '周二协调会' }): Promise<TestMeeting> =>
  (await by('coordinator', 'meetingStart', input)).meeting;
const seen = async (who: Person, id: string) => meetingOf(await company.as(who), id);

async function begin(): Promise<void> {
  company = await startCompany({ processes: 2 });
  second = await company.seed.member({ role: 'COORDINATOR', name: '孟协调' });
}
afterAll(() => company.stop());

/** What is told until the meeting looks as expected: several changes may be told at once. */
async function until(subscription: TestSubscription, holds: (meeting: TestMeeting) => boolean): Promise<TestMeeting> {
  for (;;) {
    const { data, errors } = await subscription.next<{ meetingEvents: TestMeeting }>();
    if (data === null) throw new Error(JSON.stringify(errors));
    if (holds(data.meetingEvents)) return data.meetingEvents;
  }
}

describe('a meeting', () => {
  beforeAll(begin);

  test('[ME1] coordinators start one, lead it and are there; nobody else does, no token either', async () => {
    const meeting = await start();
    expect(meeting).toMatchObject({
      phase: 'RUNNING',
      presenter: { id: member('coordinator') },
      attendance: [{ member: { name: company.members.coordinator.name }, leftAt: null }],
      viewerCan: { lead: true, present: false, join: false },
    });
    for (const who of ['supervisor', 'logistics', 'admin'] as const)
      expect(await by(who, 'meetingStart', { name: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
    const token = company.client().withToken(await company.seed.token('pbx', ['READ', 'ACT']));
    expect(await act(token, 'meetingStart', { name: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await by('coordinator', 'meetingStart', {})).toMatchObject({ issues: [{ path: ['name'] }] });
  });

  test('[ME2] its agenda builds itself, says why, and takes in what comes to need it', async () => {
    const breached = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    const calm = await company.seed.complaint().routed('logistics').claimed().contacted();
    company.time.advance(40 * MINUTE);
    await company.settled();
    const isBreached = async () => (await cardOf(await company.as('coordinator'), breached.id))!.isBreached;
    await expect.poll(isBreached).toBe(true);
    const meeting = await start();
    const item = meeting.items.find(({ complaint }) => complaint?.id === breached.id);
    expect(item?.reasons).toEqual(['BREACHED', 'UNCLAIMED']);
    expect(meeting.items.map(({ complaint }) => complaint?.id)).not.toContain(calm.id);
    const late = await company.seed.complaint().routed('logistics').claimed();
    for (const department of ['warehouse', 'service']) {
      const asked = await by('logistics', 'handoffRequest', {
        complaintId: late.id,
        toDepartmentCode: department,
        reason: '不归我们',
      });
      await by('coordinator', 'handoffDecline', { id: asked.handoff.id, preset: 'NOT_OURS' });
    }
    const renewed = (await by('coordinator', 'meetingAgendaRenew', { id: meeting.id })).meeting;
    expect(renewed.items.find(({ complaint }) => complaint?.id === late.id)?.reasons).toEqual(['CONTESTED']);
  });

  test('[ME3] who belongs to it, was there, or sees every complaint, sees it; of a complaint out of sight nothing is told', async () => {
    const theirs = await company.seed.complaint().routed('warehouse').claimed();
    const put = { name: '协调会', memberIds: [member('logistics')], standingItems: [], itemMinutes: 4 };
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    const { id } = await start({ seriesId: series.id });
    const added = (await by('coordinator', 'meetingItemAdd', { id, number: theirs.number })).meeting;
    const itemId = added.items.at(-1)!.id;
    await by('coordinator', 'meetingFocus', { id, itemId });
    await by('coordinator', 'meetingDecide', { id, itemId, text: '今晚补发' });
    for (const who of ['supervisor', 'auditor'] as const)
      expect((await seen(who, id))?.items.at(-1)?.decisions).toHaveLength(1);
    for (const who of ['driver', 'warehouse', 'admin'] as const) {
      expect(await seen(who, id)).toBeNull();
      expect(await by(who, 'meetingJoin', { id })).toMatchObject({ code: 'NOT_FOUND' });
    }
    const item = (await seen('logistics', id))!.items.at(-1);
    expect(item).toMatchObject({ isComplaint: true, complaint: null, reasons: [], decisions: [], done: [] });
    // Whoever is to see to something has to know to what.
    const own = { id, itemId, text: '司机去取', ownerId: member('logistics') };
    await by('coordinator', 'meetingDecide', own);
    const told = (await seen('logistics', id))!.items.at(-1);
    expect(told).toMatchObject({ complaint: null, reasons: [], done: [] });
    expect(told!.decisions).toMatchObject([{ text: '司机去取', viewerMayFulfil: true }]);
    await by('coordinator', 'meetingEnd', { id });
    company.time.advance(MINUTE);
    const next = await start({ seriesId: series.id });
    expect((await seen('logistics', next.id))!.carriedDecisions).toMatchObject([{ text: '司机去取' }]);
    const list = await (await company.as('logistics')).ok<{ all: { id: string }[]; running: { id: string }[] }>(
      '{ all: meetings { id } running: meetings(running: true) { id } }',
    );
    expect(list.all.map((one) => one.id).slice(0, 2)).toEqual([next.id, id]);
    expect(list.running.map((one) => one.id)).toEqual([next.id]);
  });

  test('[ME4] who leads adds by number or title, moves, and takes off what nobody looked at yet', async () => {
    const { number } = await company.seed.complaint().routed('logistics');
    const { id } = await start();
    const add = (input: object) => by('coordinator', 'meetingItemAdd', { id, ...input });
    const first = (await add({ number: number.toLowerCase() })).meeting.items.at(-1)!;
    const last = (await add({ title: '上月整改' })).meeting.items.at(-1)!;
    expect(await add({ number })).toMatchObject({ issues: [{ path: ['number'] }] });
    expect(await add({ number: 'C-1999-000001' })).toMatchObject({ issues: [{ path: ['number'] }] });
    expect(await add({})).toMatchObject({ code: 'INVALID_INPUT' });
    const moved = (await by('coordinator', 'meetingItemMove', { id, itemId: last.id })).meeting.items;
    expect(moved[0]!.id).toBe(last.id);
    await by('coordinator', 'meetingFocus', { id, itemId: last.id });
    expect(await by('coordinator', 'meetingItemDrop', { id, itemId: last.id })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const { items } = (await by('coordinator', 'meetingItemDrop', { id, itemId: first.id })).meeting;
    expect(items.map((item) => item.id)).not.toContain(first.id);
    expect(await by(second, 'meetingItemAdd', { id, title: 'x' })).toMatchObject({ code: 'NOT_PRESENTER' });
  });

  test('[ME28] what was taken off comes back as it was asked for, where it stood', async () => {
    const { series } = await by('coordinator', 'meetingSeriesPut', {
      name: '周例会',
      memberIds: [member('logistics')],
    });
    const { id: complaintId, number } = await company.seed.complaint().routed('logistics').claimed().contacted();
    await by('logistics', 'meetingTopicAdd', { seriesId: series.id, number, note: '运费谁承担' });
    const { id } = await start({ seriesId: series.id });
    const lead = (mutation: string, input: object) => by('coordinator', mutation, { id, ...input });
    const { items } = (await lead('meetingItemAdd', { title: '通报' })).meeting;
    const asked = items.find(({ complaint }) => complaint?.id === complaintId)!;
    expect(asked).toMatchObject({ note: '运费谁承担', askedBy: { name: company.members.logistics.name } });
    const { id: last } = items.at(-1)!;
    await lead('meetingItemMove', { itemId: asked.id, afterId: last });
    await lead('meetingItemConclude', { itemId: asked.id, outcome: 'DEFERRED' });
    await lead('meetingItemDrop', { itemId: asked.id });
    const { items: further } = (await lead('meetingItemAdd', { title: '其他' })).meeting;

    const back = (await lead('meetingItemRestore', { itemId: asked.id })).meeting.items;
    const place = further.findIndex((item) => item.id === last) + 1;
    expect(back).toEqual(further.toSpliced(place, 0, { ...asked, outcome: 'DEFERRED' }));
    expect((await lead('meetingItemRestore', { itemId: asked.id })).meeting.items).toEqual(back);
    await lead('meetingFocus', { itemId: asked.id });
    expect(await lead('meetingItemDrop', { itemId: asked.id })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('[ME28] it stays off where it is there anew, for who does not lead, and after the end', async () => {
    const { number } = await company.seed.complaint().routed('logistics');
    const { id } = await start();
    const add = async (input: object) => (await by('coordinator', 'meetingItemAdd', { id, ...input })).meeting.items;
    const first = (await add({ number })).at(-1)!.id;
    const other = (await add({ title: '其他' })).at(-1)!.id;
    const restore = (who: Person | SeededMember, itemId: string) => by(who, 'meetingItemRestore', { id, itemId });
    expect(await restore('coordinator', encodeId('MeetingItem', decodeIdOf('Meeting', id)!))).toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const itemId of [first, other]) await by('coordinator', 'meetingItemDrop', { id, itemId });
    expect(await restore(second, other)).toMatchObject({ code: 'NOT_PRESENTER' });
    await add({ number });
    expect(await restore('coordinator', first)).toMatchObject({
      issues: [{ path: ['itemId'], message: expect.stringContaining(number) }],
    });
    await by('coordinator', 'meetingEnd', { id });
    expect(await restore('coordinator', other)).toMatchObject({ code: 'MEETING_OVER' });
  });

  test('[ME20] what was decided on an item that had been taken off comes back once', async () => {
    const { series } = await by('coordinator', 'meetingSeriesPut', { name: '周例会', standingItems: ['通报'] });
    const { id, items } = await start({ seriesId: series.id });
    const itemId = items.find(({ title }) => title === '通报')!.id;
    await by('coordinator', 'meetingItemDrop', { id, itemId });
    await by('coordinator', 'meetingItemRestore', { id, itemId });
    await by('coordinator', 'meetingDecide', { id, itemId, text: '改排班' });
    await by('coordinator', 'meetingEnd', { id });
    const { carriedDecisions } = await start({ seriesId: series.id });
    expect(carriedDecisions).toMatchObject([{ text: '改排班' }]);
    expect(carriedDecisions).toHaveLength(1);
  });

  test('[ME5] what the presenter looks at is told to everybody, at every process', async () => {
    const { id } = await start({ name: '协调会', memberIds: [member('logistics')] });
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, title: '通报' })).meeting;
    const itemId = items.at(-1)!.id;
    const client = await company.signedIn(company.members.logistics, 1);
    const follower = (await company.socket(client)).subscribe(MEETING_EVENTS, { id });
    expect((await until(follower, () => true)).focus).toBeNull();
    await by('coordinator', 'meetingFocus', { id, itemId });
    expect((await until(follower, ({ focus }) => focus !== null)).focus).toEqual({ id: itemId });
    expect(await by(second, 'meetingFocus', { id, itemId: null })).toMatchObject({
      __typename: 'NotPresenterError',
      presenter: { name: company.members.coordinator.name },
      meeting: { focus: { id: itemId } },
    });
    const stranger = (await company.socket(await company.as('driver'))).subscribe(MEETING_EVENTS, { id });
    expect((await stranger.next()).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[ME6] of two who take over at once the later leads, and the other is told', async () => {
    const third = await company.seed.member({ role: 'COORDINATOR' });
    const { id } = await start();
    await Promise.all([by(second, 'meetingPresent', { id }), by(third, 'meetingPresent', { id })]);
    const presenter = (await seen('coordinator', id))!.presenter.id;
    const [leads, other] = presenter === encodeId('Member', second.id) ? [second, third] : [third, second];
    expect(await by(leads, 'meetingFocus', { id, itemId: null })).toHaveProperty('meeting.viewerCan.lead', true);
    for (const late of [other, 'coordinator' as const])
      expect(await by(late, 'meetingItemAdd', { id, title: 'x' })).toMatchObject({ presenter: { name: leads.name } });
    expect(await by('supervisor', 'meetingPresent', { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await seen('coordinator', id))!.attendance).toHaveLength(3);
  });

  test('[ME7] a presenter whose line drops still leads, and finds everything as it is', async () => {
    const { id } = await start();
    const client = await company.signedIn(company.members.coordinator);
    const socket = await company.socket(client);
    await until(socket.subscribe(MEETING_EVENTS, { id }), () => true);
    socket.drop();
    await by('coordinator', 'meetingItemAdd', { id, title: '通报' });
    const again = (await company.socket(client)).subscribe(MEETING_EVENTS, { id });
    expect(await until(again, () => true)).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ title: '通报' })]),
      viewerCan: { lead: true },
    });
  });

  test('[ME8] a complaint that changes while it is discussed is told as it is, and a decision on what it was is refused', async () => {
    const { id: complaintId, number } = await company.seed.complaint().routed('logistics').claimed();
    const { id } = await start();
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, number })).meeting;
    await by('coordinator', 'meetingFocus', { id, itemId: items.at(-1)!.id });
    const follower = (await company.socket(await company.as('supervisor'))).subscribe(
      `subscription ($id: ID!) { meetingEvents(id: $id) { focus { complaint { version assignee { name } } } } }`,
      { id },
    );
    interface Shown {
      meetingEvents: { focus: { complaint: { version: number; assignee: { name: string } | null } } };
    }
    const first = (await follower.next<Shown>()).data!.meetingEvents.focus.complaint;
    expect(first.assignee).toBeNull();
    await by('logistics', 'complaintAssign', { id: complaintId, assigneeId: member('driver') });
    const now = (await follower.next<Shown>()).data!.meetingEvents.focus.complaint;
    expect(now.assignee).toEqual({ name: company.members.driver.name });
    const late = { id: complaintId, assigneeId: null, expectedVersion: first.version };
    expect(await by('coordinator', 'complaintAssign', late)).toMatchObject({
      code: 'STALE_VERSION',
      current: { assignee: { name: company.members.driver.name }, version: now.version },
    });
  });

  test('[ME9] the minutes hold what was done to a complaint while it was looked at, by who was there, and nothing else', async () => {
    const [one, other] = [
      await company.seed.complaint().routed('logistics').claimed(),
      await company.seed.complaint().routed('logistics').claimed(),
    ];
    const { id } = await start();
    for (const { number } of [one, other]) await by('coordinator', 'meetingItemAdd', { id, number });
    const { items } = (await seen('coordinator', id))!;
    const [first, next] = [one, other].map((seeded) => items.find(({ complaint }) => complaint?.id === seeded.id)!);
    const give = (who: Person, complaintId: string) =>
      by(who, 'dutyGive', { complaintId, departmentCode: 'warehouse', what: '查库存' });
    await give('coordinator', one.id);
    await by('coordinator', 'meetingFocus', { id, itemId: first!.id });
    await give('coordinator', one.id);
    await give('coordinator', other.id);
    await give('logistics', one.id);
    await by('coordinator', 'meetingJoin', { id, memberId: member('logistics') });
    await give('logistics', one.id);
    await by('coordinator', 'commentAdd', { id: one.id, text: '旁注' });
    await by('coordinator', 'meetingFocus', { id, itemId: next!.id });
    await give('logistics', one.id);
    await by('coordinator', 'meetingEnd', { id });
    await give('coordinator', other.id);
    const minutes = (await seen('coordinator', id))!.items;
    const done = (item: { id: string }) => minutes.find((one) => one.id === item.id)!.done;
    expect(done(first!)).toEqual([
      { __typename: 'DutyGiven', actor: { name: company.members.coordinator.name } },
      { __typename: 'DutyGiven', actor: { name: company.members.logistics.name } },
    ]);
    expect(done(next!)).toEqual([]);
  });

  test('[ME10] what is decided in words stands with who sees to it and by when; the customer’s name is masked in it', async () => {
    const customer = {
      name: '司徒晚晴',
      phone: '13900001234',
      email: null,
      region: null,
      tier: null,
      group: null,
      ageBand: null,
      occupation: null,
    };
    const { number } = await company.seed.complaint({ customer });
    const { id } = await start();
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, number })).meeting;
    const itemId = items.at(-1)!.id;
    const dueAt = new Date(company.time.now().getTime() + HOUR).toISOString();
    const input = { id, itemId, text: '给司徒晚晴 13900001234 回电', ownerId: member('agent'), dueAt };
    const { decisions } = (await by('coordinator', 'meetingDecide', input)).meeting.items.at(-1)!;
    expect(decisions).toMatchObject([{ owner: { name: company.members.agent.name }, dueAt }]);
    expect(decisions[0]!.text).toContain('回电');
    expect(decisions[0]!.text).not.toMatch(/晚晴|0000/);
    const past = new Date(company.time.now().getTime() - HOUR).toISOString();
    expect(await by('coordinator', 'meetingDecide', { ...input, dueAt: past })).toMatchObject({
      issues: [{ path: ['dueAt'] }],
    });
    expect(await by(second, 'meetingDecide', input)).toMatchObject({ code: 'NOT_PRESENTER' });
  });

  test('[ME11] each item keeps its time by the server’s clock, and how it ended', async () => {
    const { id } = await start();
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, title: '通报' })).meeting;
    const itemId = items.at(-1)!.id;
    await by('coordinator', 'meetingFocus', { id, itemId });
    company.time.advance(4 * MINUTE);
    await by('coordinator', 'meetingFocus', { id, itemId: null });
    company.time.advance(MINUTE);
    const { meeting } = await by('coordinator', 'meetingItemConclude', { id, itemId, outcome: 'DEFERRED' });
    expect(meeting.items.at(-1)).toMatchObject({ spentSeconds: 240, outcome: 'DEFERRED' });
    const again = await by('coordinator', 'meetingItemConclude', { id, itemId, outcome: 'SETTLED' });
    expect(again.meeting.items.at(-1)).toMatchObject({ outcome: 'SETTLED' });
  });

  test('[ME12] each comes for themselves, who leads takes down who is in the room, and in whose place', async () => {
    const { id } = await start({ name: '协调会', memberIds: [member('logistics'), member('warehouse')] });
    await by('warehouse', 'meetingJoin', { id });
    await by('coordinator', 'meetingJoin', { id, memberId: member('deputy'), standsInForId: member('logistics') });
    expect(await by('warehouse', 'meetingJoin', { id, memberId: member('driver') })).toMatchObject({
      code: 'NOT_PRESENTER',
    });
    await by('warehouse', 'meetingLeave', { id });
    expect(await by('coordinator', 'meetingLeave', { id })).toMatchObject({ code: 'INVALID_INPUT' });
    const meeting = (await seen('coordinator', id))!;
    const { coordinator, warehouse, deputy, logistics } = company.members;
    expect(meeting.attendance).toEqual([
      { member: { name: coordinator.name }, leftAt: null, standsInFor: null },
      { member: { name: warehouse.name }, leftAt: expect.any(String), standsInFor: null },
      { member: { name: deputy.name }, leftAt: null, standsInFor: { name: logistics.name } },
    ]);
    expect(await seen('deputy', id)).not.toBeNull();
  });

  test('[ME13] after its end nothing is added', async () => {
    const { id } = await start();
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, title: '通报' })).meeting;
    const itemId = items.at(-1)!.id;
    expect((await by('coordinator', 'meetingEnd', { id })).meeting).toMatchObject({ phase: 'ENDED', focus: null });
    for (const [mutation, input] of [
      ['meetingFocus', { id, itemId }],
      ['meetingItemAdd', { id, title: 'x' }],
      ['meetingDecide', { id, itemId, text: 'x' }],
      ['meetingPresent', { id }],
      ['meetingJoin', { id }],
      ['meetingEnd', { id }],
    ] as const)
      expect(await by('coordinator', mutation, input)).toMatchObject({ code: 'MEETING_OVER' });
  });

  test('[ME14] the host confirms the minutes; objections are taken for 24 hours and stand in them', async () => {
    const { id } = await start({ name: '协调会', memberIds: [member('logistics')] });
    expect(await by('coordinator', 'minutesConfirm', { id })).toMatchObject({ code: 'INVALID_INPUT' });
    await by('coordinator', 'meetingEnd', { id });
    const object = (who: Person = 'logistics') => by(who, 'minutesObject', { id, text: '第二项没有议完' });
    expect(await object()).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await by('supervisor', 'minutesConfirm', { id })).toMatchObject({ code: 'FORBIDDEN' });
    const { meeting } = await by('coordinator', 'minutesConfirm', { id });
    expect(meeting).toMatchObject({ phase: 'CONFIRMED', viewerCan: { confirm: false, object: true } });
    expect(await object('supervisor')).toMatchObject({ code: 'FORBIDDEN' });
    company.time.advance(24 * HOUR - 1);
    expect((await object()).meeting.objections).toEqual([
      { by: { name: company.members.logistics.name }, text: '第二项没有议完' },
    ]);
    company.time.advance(1);
    expect(await object()).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('[ME14] once neither the host nor who led last can sign in, coordinators and supervisors confirm the minutes', async () => {
    const host = await company.seed.member({ role: 'COORDINATOR' });
    const { id } = (await by(host, 'meetingStart', { name: '协调会', memberIds: [member('logistics')] })).meeting;
    await by(host, 'meetingEnd', { id });
    const confirm = (who: Person | SeededMember) => by(who, 'minutesConfirm', { id });
    const mayConfirm = async (who: Person) => (await seen(who, id))!.viewerCan.confirm;
    expect([await mayConfirm('supervisor'), (await confirm(second)).code]).toEqual([false, 'FORBIDDEN']);
    await company.seed.disable(host);
    await expect.poll(() => mayConfirm('supervisor')).toBe(true);
    for (const who of ['logistics', 'auditor'] as const)
      expect([await mayConfirm(who), (await confirm(who)).code]).toEqual([false, 'FORBIDDEN']);
    expect((await confirm('supervisor')).meeting.phase).toBe('CONFIRMED');
  });

  test('[ME24] a meeting that nobody ends is ended by the clock as of the last thing done in it, and later acts don’t count', async () => {
    const { id: complaintId, number } = await company.seed.complaint().routed('logistics').claimed();
    const { id } = await start({ name: '协调会', memberIds: [member('logistics')] });
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, number })).meeting;
    const give = () => by('coordinator', 'dutyGive', { complaintId, departmentCode: 'warehouse', what: '查库存' });
    const sweep = () => company.app.housekeeping.sweep();
    await by('coordinator', 'meetingFocus', { id, itemId: items.at(-1)!.id });
    company.time.advance(119 * MINUTE);
    await give();
    const lastAt = company.time.now().toISOString();
    company.time.advance(119 * MINUTE);
    await sweep();
    expect((await seen('coordinator', id))!.phase).toBe('RUNNING');
    company.time.advance(2 * MINUTE);
    await give();
    await sweep();
    const meeting = (await seen('coordinator', id))!;
    expect(meeting).toMatchObject({ phase: 'ENDED', isAbandoned: true, endedAt: lastAt });
    expect(meeting.items.at(-1)).toMatchObject({ spentSeconds: 119 * 60, done: [{ __typename: 'DutyGiven' }] });
    const { audit } = await (await company.as('auditor')).ok<{ audit: { nodes: object[] } }>(
      `{ audit(filter: { action: "meetingEnd" }, first: 1) { nodes { action actor { __typename } } } }`,
    );
    expect(audit.nodes).toEqual([{ action: 'meetingEnd', actor: null }]);
    expect((await by('coordinator', 'minutesConfirm', { id })).meeting.phase).toBe('CONFIRMED');
  });

  test('[ME24] once all but one have left it is ended after half an hour, and after twelve hours whatever is done', async () => {
    const sweep = () => company.app.housekeeping.sweep();
    const alone = await start({ name: '协调会', memberIds: [member('logistics')] });
    await by('logistics', 'meetingJoin', { id: alone.id });
    await by('logistics', 'meetingLeave', { id: alone.id });
    const long = await start();
    company.time.advance(30 * MINUTE);
    await sweep();
    expect((await seen('coordinator', alone.id))!.isAbandoned).toBe(true);
    for (let hour = 1; hour <= 12; hour += 1) {
      expect((await seen('coordinator', long.id))!.phase).toBe('RUNNING');
      await by('coordinator', 'meetingItemAdd', { id: long.id, title: `${hour}` });
      company.time.advance(HOUR);
      await sweep();
    }
    expect((await seen('coordinator', long.id))!.phase).toBe('ENDED');
  });

  test('[ME1] an auditor looks on: they see a meeting, do not come, and prepare none', async () => {
    const { id } = await start();
    expect((await seen('auditor', id))!.viewerCan).toMatchObject({ join: false, lead: false, present: false });
    expect(await by('auditor', 'meetingJoin', { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await seen('auditor', id))!.attendance).toHaveLength(1);
  });
  test('[ME1] an auditor is not named: as who belongs to it, is there, is stood in for, or sees to something', async () => {
    const auditor = member('auditor');
    const issue = (path: string) => ({ code: 'INVALID_INPUT', issues: [{ path: [path] }] });
    const put = { name: '例会', memberIds: [auditor], standingItems: [], itemMinutes: 4 };
    expect(await by('coordinator', 'meetingSeriesPut', put)).toMatchObject(issue('memberIds'));
    const named = { name: 'x', memberIds: [auditor] };
    expect(await by('coordinator', 'meetingStart', named)).toMatchObject(issue('memberIds'));
    const { id, items } = await start();
    const join = (input: object) => by('coordinator', 'meetingJoin', { id, ...input });
    expect(await join({ memberId: auditor })).toMatchObject(issue('memberId'));
    const inTheirPlace = { memberId: member('logistics'), standsInForId: auditor };
    expect(await join(inTheirPlace)).toMatchObject(issue('standsInForId'));
    const itemId = items[0]?.id ?? (await by('coordinator', 'meetingItemAdd', { id, title: 'x' })).meeting.items[0]!.id;
    await by('coordinator', 'meetingFocus', { id, itemId });
    const decision = { id, itemId, text: 'x', ownerId: auditor };
    expect(await by('coordinator', 'meetingDecide', decision)).toMatchObject(issue('ownerId'));
    expect((await seen('coordinator', id))!.attendance).toHaveLength(1);
  });

  test('[ME15] a series keeps what it is for, its members and standing items, and when it meets', async () => {
    const put = {
      name: '周协调会',
      purpose: '跨部门卡点',
      memberIds: [member('logistics'), member('warehouse')],
      standingItems: ['上次遗留', '本周通报'],
      itemMinutes: 4,
      rhythm: { weekday: 2, startsAt: 570, timeZone: 'Asia/Shanghai' },
    };
    expect(await by('logistics', 'meetingSeriesPut', put)).toMatchObject({ code: 'FORBIDDEN' });
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    expect(new Date(series.nextAt!).getTime()).toBeGreaterThan(company.time.now().getTime() - HOUR);
    const meeting = await start({ seriesId: series.id });
    expect(meeting).toMatchObject({ members: [{ name: '李物流' }, { name: '吴仓储' }], itemMinutes: 4 });
    expect(meeting.items.slice(0, 2).map(({ title }) => title)).toEqual(['上次遗留', '本周通报']);
    const wrong = { ...put, rhythm: { ...put.rhythm, timeZone: 'Mars/Base' } };
    expect(await by('coordinator', 'meetingSeriesPut', wrong)).toMatchObject({
      issues: [{ path: ['rhythm', 'timeZone'] }],
    });
    const renamed = await by('coordinator', 'meetingSeriesPut', {
      ...put,
      id: series.id,
      name: '双周会',
      rhythm: null,
    });
    expect(renamed.series).toMatchObject({ name: '双周会', nextAt: null });
    await by('coordinator', 'meetingSeriesArchive', { id: series.id });
    expect(await by('coordinator', 'meetingStart', { seriesId: series.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[ME16] the next meeting of a series opens with what became of the duties that the last one gave', async () => {
    const put = { name: '周会', memberIds: [], standingItems: [], itemMinutes: 4 };
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    const { id: complaintId, number } = await company.seed.complaint().routed('logistics').claimed();
    const { id } = await start({ seriesId: series.id });
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, number })).meeting;
    const itemId = items.find(({ complaint }) => complaint?.id === complaintId)!.id;
    await by('coordinator', 'meetingFocus', { id, itemId });
    const given = await by('coordinator', 'dutyGive', { complaintId, departmentCode: 'warehouse', what: '盘点' });
    await by('coordinator', 'meetingEnd', { id });
    company.time.advance(HOUR);
    await by('warehouse', 'dutyDone', { id: given.duty.id });
    const next = await start({ seriesId: series.id });
    expect(next.followUps).toEqual([{ id: given.duty.id, what: '盘点', doneAt: expect.any(String) }]);
    expect((await seen('coordinator', id))!.followUps).toEqual([]);
  });

  test('[ME19] who leads puts a decision right or takes it back while the meeting runs; the minutes show what it came to', async () => {
    const { id } = await start();
    const { items } = (await by('coordinator', 'meetingItemAdd', { id, title: '通报' })).meeting;
    const itemId = items.at(-1)!.id;
    const decide = async (text: string) =>
      (await by('coordinator', 'meetingDecide', { id, itemId, text })).meeting.items.at(-1)!.decisions.at(-1)!;
    const [wrong, needless] = [await decide('周一补发'), await decide('重复的一条')];
    const amend = { id, decisionId: wrong.id, text: '周二补发', ownerId: member('agent') };
    expect(await by(second, 'meetingDecisionAmend', amend)).toMatchObject({ code: 'NOT_PRESENTER' });
    await by('coordinator', 'meetingDecisionAmend', amend);
    const { meeting } = await by('coordinator', 'meetingDecisionWithdraw', { id, decisionId: needless.id });
    expect(meeting.items.at(-1)!.decisions).toMatchObject([
      { id: wrong.id, text: '周二补发', owner: { name: company.members.agent.name }, amendedAt: expect.any(String) },
    ]);
    expect(await by('coordinator', 'meetingDecisionAmend', { ...amend, decisionId: needless.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await by('coordinator', 'meetingEnd', { id });
    for (const [mutation, input] of [
      ['meetingDecisionAmend', amend],
      ['meetingDecisionWithdraw', { id, decisionId: wrong.id }],
    ] as const)
      expect(await by('coordinator', mutation, input)).toMatchObject({ code: 'MEETING_OVER' });
  });

  test('[ME19] what a mask hides in a decision stays when it is put right by who was shown the mask', async () => {
    const { id } = await start();
    const unsaid = { email: null, region: null, tier: null, group: null, ageBand: null, occupation: null };
    const { number } = await company.seed.complaint({ customer: { name: '欧阳明', phone: '13812345678', ...unsaid } });
    const { meeting } = await by('coordinator', 'meetingItemAdd', { id, number });
    const itemId = meeting.items.at(-1)!.id;
    const written = await by('coordinator', 'meetingDecide', { id, itemId, text: '致电欧阳明 13912345611，周一前' });
    const shown = written.meeting.items.at(-1)!.decisions.at(-1)!;
    expect(shown.text).not.toMatch(/欧阳明|13912345611/);
    const amend = { id, decisionId: shown.id, text: shown.text!.replace('周一', '周二'), ownerId: member('agent') };
    await by('coordinator', 'meetingDecisionAmend', amend);
    const { text } = await company.db.prisma.meetingStep.findFirstOrThrow({
      where: { kind: 'AMENDED', decisionId: decodeIdOf('MeetingDecision', shown.id) },
    });
    expect(text).toBe('致电欧阳明 13912345611，周二前');
    expect(await by('coordinator', 'meetingDecisionAmend', { ...amend, text: '致电 **某' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('[ME20] a decision in words comes back at every meeting of its series until it is said to be done', async () => {
    const put = { name: '晨会', memberIds: [member('warehouse')], standingItems: ['通报'], itemMinutes: 4 };
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    const { id, items } = await start({ seriesId: series.id });
    const decided = { id, itemId: items[0]!.id, text: '改排班表', ownerId: member('agent') };
    const told = await by('coordinator', 'meetingDecide', decided);
    const decisionId = told.meeting.items[0]!.decisions[0]!.id;
    await by('coordinator', 'meetingEnd', { id });
    const carried = async (who: Person = 'coordinator', of = next.id) =>
      (await seen(who, of))!.carriedDecisions.map(({ text, title, doneAt }) => ({
        text,
        title,
        isDone: doneAt !== null,
      }));
    const one = { text: '改排班表', title: '通报' };
    company.time.advance(HOUR);
    await by('coordinator', 'meetingEnd', { id: (await start({ seriesId: series.id })).id });
    company.time.advance(HOUR);
    const next = await start({ seriesId: series.id });
    expect(await carried()).toEqual([{ ...one, isDone: false }]);
    expect(await by('warehouse', 'meetingDecisionFulfil', { id, decisionId })).toMatchObject({ code: 'FORBIDDEN' });
    const follower = (await company.socket(await company.as('warehouse'))).subscribe(MEETING_EVENTS, { id: next.id });
    await until(follower, ({ carriedDecisions }) => carriedDecisions.length === 1);
    // Who is to see to it sees the meeting that said so.
    await by('agent', 'meetingDecisionFulfil', { id, decisionId });
    await until(follower, ({ carriedDecisions }) => carriedDecisions[0]?.doneAt !== null);
    expect(await carried()).toEqual([{ ...one, isDone: true }]);
    await by('coordinator', 'meetingEnd', { id: next.id });
    company.time.advance(HOUR);
    const after = await start({ seriesId: series.id });
    expect(await carried('coordinator', after.id)).toEqual([{ ...one, isDone: true }]);
    await by('coordinator', 'meetingEnd', { id: after.id });
    company.time.advance(HOUR);
    expect(await carried('coordinator', (await start({ seriesId: series.id })).id)).toEqual([]);
  });

  test('[ME25] whoever starts a series that meets already comes to that meeting, however many do so at once', async () => {
    const put = { name: '碰头会', memberIds: [], standingItems: ['通报'], itemMinutes: 4 };
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    const [first, other] = await Promise.all([
      start({ seriesId: series.id }),
      by(second, 'meetingStart', { seriesId: series.id }).then(({ meeting }) => meeting),
    ]);
    expect(other.id).toBe(first.id);
    expect((await start({ seriesId: series.id })).id).toBe(first.id);
    const { presenter } = (await seen('coordinator', first.id))!;
    await by(presenter!.id === member('coordinator') ? 'coordinator' : second, 'meetingEnd', { id: first.id });
    company.time.advance(HOUR);
    expect((await start({ seriesId: series.id })).id).not.toBe(first.id);
    // Meetings that stand alone are as many as are begun.
    expect((await start()).id).not.toBe((await start()).id);
  });

  test('[ME21] of two who edit one series the second is told what the first wrote, and nothing is written over', async () => {
    const put = { name: '复盘会', memberIds: [], standingItems: [], itemMinutes: 4 };
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    const edit = { ...put, id: series.id, expectedRevision: series.revision };
    await by('coordinator', 'meetingSeriesPut', { ...edit, name: '周复盘会' });
    expect(await by(second, 'meetingSeriesPut', { ...edit, name: '月复盘会' })).toMatchObject({
      code: 'STALE_SERIES',
      current: { name: '周复盘会', revision: series.revision + 1 },
    });
    const at = { ...edit, expectedRevision: series.revision + 1 };
    const both = await Promise.all([
      by('coordinator', 'meetingSeriesPut', { ...at, name: '甲' }),
      by(second, 'meetingSeriesPut', { ...at, name: '乙' }),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual(['STALE_SERIES', undefined]);
  });

  test('[ME22] who belongs to a series prepares its next meeting; what is asked for comes to its agenda, with who asked', async () => {
    const rhythm = { weekday: 4, startsAt: 570, timeZone: 'Asia/Shanghai' };
    const put = { name: '周四会', memberIds: [member('logistics')], standingItems: ['通报'], itemMinutes: 4, rhythm };
    const { series } = await by('coordinator', 'meetingSeriesPut', put);
    const own = await company.seed.complaint().routed('logistics').claimed().contacted();
    const theirs = await company.seed.complaint().routed('warehouse');
    const ask = (who: Person, input: object) => by(who, 'meetingTopicAdd', { seriesId: series.id, ...input });
    expect(await ask('warehouse', { title: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask('logistics', { number: theirs.number })).toMatchObject({ issues: [{ path: ['number'] }] });
    expect(await ask('logistics', { number: own.number, title: 'x' })).toMatchObject({ code: 'INVALID_INPUT' });
    await ask('logistics', { number: own.number.toLowerCase(), note: '运费谁承担' });
    expect(await ask('coordinator', { number: own.number })).toMatchObject({ issues: [{ path: ['number'] }] });
    await ask('coordinator', { number: theirs.number, note: '仓库的看法' });
    const gone = (await ask('logistics', { title: '排班' })).series.topics.at(-1)!;
    const seriesOf = async (who: Person) => {
      const about = 'topics { isComplaint complaint { number } title note } agenda { complaint { number } }';
      const query = `query ($id: ID!) { meetingSeries(id: $id) { ${about} } }`;
      const answer = await (await company.as(who)).ok<{ meetingSeries: Told['series'][] }>(query, { id: series.id });
      return answer.meetingSeries[0];
    };
    expect(await seriesOf('warehouse')).toBeUndefined();
    expect((await seriesOf('logistics'))!.topics).toEqual([
      { isComplaint: true, complaint: { number: own.number }, title: null, note: '运费谁承担' },
      { isComplaint: true, complaint: null, title: null, note: null },
      { isComplaint: false, complaint: null, title: '排班', note: null },
    ]);
    expect(await by('warehouse', 'meetingTopicRemove', { id: gone.id })).toMatchObject({ code: 'NOT_FOUND' });
    await by('logistics', 'meetingTopicRemove', { id: gone.id });
    const meeting = await start({ seriesId: series.id });
    expect(meeting.items.slice(0, 3)).toMatchObject([
      { title: '通报', askedBy: null, note: null },
      { complaint: { id: own.id }, askedBy: { name: company.members.logistics.name }, note: '运费谁承担' },
      { complaint: { id: theirs.id }, askedBy: { name: company.members.coordinator.name } },
    ]);
    expect((await seriesOf('coordinator'))!.topics).toEqual([]);
  });
});

describe('a meeting when things go wrong', () => {
  describe('what it shows beyond the rules of sight', () => {
    /** A meeting of logistics that looks at a complaint of the warehouse, whose customer is named in its words. */
    const looking = async () => {
      const input = { subject: '欧阳晓的冰箱', description: '欧阳晓说压缩机坏了', channel: 'PHONE' };
      const registered = await by('coordinator', 'complaintRegister', { ...input, customer: { name: '欧阳晓' } });
      const theirs = registered.complaint;
      await by('coordinator', 'complaintRoute', { id: theirs.id, departmentCode: 'warehouse' });
      await by('warehouse', 'complaintClaim', { id: theirs.id });
      const { id } = await start({ name: '协调会', memberIds: [member('logistics')] });
      const { items } = (await by('coordinator', 'meetingItemAdd', { id, number: theirs.number })).meeting;
      const itemId = items.at(-1)!.id;
      await by('coordinator', 'meetingFocus', { id, itemId });
      await by('coordinator', 'meetingDecide', { id, itemId, text: '今晚补发' });
      return { id, itemId, theirs };
    };
    const shownTo = async (who: Person, id: string) => {
      const meeting = (await seen(who, id))!;
      return {
        focus: meeting.shown,
        item: meeting.items.at(-1)!.shown,
        decisions: meeting.items.at(-1)!.decisions.length,
      };
    };
    const NOTHING = { focus: null, item: null, decisions: 0 };

    test('[ME23] who belongs to it and is there is shown, masked, what it looks at; of the other items what they are', async () => {
      const { id, theirs } = await looking();
      expect(await shownTo('logistics', id)).toEqual(NOTHING);
      await by('logistics', 'meetingJoin', { id });
      expect(await shownTo('logistics', id)).toEqual({
        focus: { number: theirs.number, description: expect.stringContaining('压缩机坏了'), duties: [] },
        item: expect.objectContaining({ number: theirs.number, department: { code: 'warehouse' } }),
        decisions: 1,
      });
      expect(JSON.stringify(await seen('logistics', id))).not.toContain('欧阳晓');
      await by('coordinator', 'meetingFocus', { id, itemId: null });
      const { focus, item } = await shownTo('logistics', id);
      expect([focus, item?.number]).toEqual([null, theirs.number]);
      expect((await shownTo('supervisor', id)).item).toBeNull();
    });

    test('[ME23] what changes on it is told to who is shown it', async () => {
      const { id, theirs } = await looking();
      await by('logistics', 'meetingJoin', { id });
      const follower = (await company.socket(await company.as('logistics'))).subscribe(MEETING_EVENTS, { id });
      await until(follower, ({ shown }) => shown?.duties.length === 0);
      const duty = { complaintId: theirs.id, departmentCode: 'service', what: '查库存' };
      await by('warehouse', 'dutyGive', duty);
      await until(follower, ({ shown }) => shown?.duties[0]?.what === '查库存');
      await by('coordinator', 'meetingLeave', { id, memberId: member('logistics') });
      await until(follower, ({ shown }) => shown === null);
    });

    test('[ME23] it ends when they leave, are taken down as gone, and with the meeting; nothing else opens by it', async () => {
      const { id, theirs } = await looking();
      const join = () => by('logistics', 'meetingJoin', { id });
      await join();
      expect(await cardOf(await company.as('logistics'), theirs.id)).toBeNull();
      const duty = { complaintId: theirs.id, departmentCode: 'service', what: '查库存' };
      expect(await by('logistics', 'dutyGive', duty)).toMatchObject({ code: 'NOT_FOUND' });
      for (const leave of [
        () => by('logistics', 'meetingLeave', { id }),
        () => by('coordinator', 'meetingLeave', { id, memberId: member('logistics') }),
        () => by('coordinator', 'meetingEnd', { id }),
      ]) {
        await join();
        expect((await shownTo('logistics', id)).item).not.toBeNull();
        await leave();
        expect(await shownTo('logistics', id)).toEqual(NOTHING);
      }
    });

    test('[ME23] who comes by themselves is shown nothing until who leads lets them in, and again after they left', async () => {
      const { id } = await looking();
      const letIn = () => by('coordinator', 'meetingJoin', { id, memberId: member('driver') });
      await letIn();
      expect((await shownTo('driver', id)).focus).not.toBeNull();
      await by('driver', 'meetingLeave', { id });
      await by('driver', 'meetingJoin', { id });
      expect(await shownTo('driver', id)).toEqual(NOTHING);
      await letIn();
      expect((await shownTo('driver', id)).focus).not.toBeNull();
    });

    test('[ME23] what is about a colleague is not shown to them, nor what is on no agenda', async () => {
      const { id, theirs } = await looking();
      await by('logistics', 'meetingJoin', { id });
      const other = await company.seed.complaint().routed('warehouse').claimed();
      await by('coordinator', 'complaintConcern', { complaintId: theirs.id, memberIds: [member('logistics')] });
      expect(await shownTo('logistics', id)).toEqual(NOTHING);
      expect(JSON.stringify(await seen('logistics', id))).not.toContain(other.number);
    });
  });

  test('[ME6] who led and is a coordinator no more leads no longer, until somebody takes over', async () => {
    const once = await company.seed.member({ role: 'COORDINATOR' });
    const { id } = (await by(once, 'meetingStart', { name: '协调会' })).meeting;
    await company.seed.setRoles(once, [{ role: 'AGENT', department: 'logistics' }]);
    await company.settled();
    for (const [mutation, input] of [
      ['meetingItemAdd', { id, title: 'x' }],
      ['meetingFocus', { id, itemId: null }],
      ['meetingEnd', { id }],
    ] as const)
      expect(await by(once, mutation, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await meetingOf(await company.signedIn(once), id))!.viewerCan.lead).toBe(false);
    expect((await by('coordinator', 'meetingPresent', { id })).meeting.viewerCan.lead).toBe(true);
  });

  test('[ME10] a meeting that is named after a customer names nobody, in a list as little as by itself', async () => {
    const { number } = await company.seed.complaint({
      customer: { name: '钟离若水', phone: '13900005678', email: null, region: null, tier: null, group: null },
    });
    const { id } = await start({ name: '钟离若水一案' });
    await by('coordinator', 'meetingItemAdd', { id, number });
    const client = await company.as('auditor');
    const shown = await client.ok('query ($id: ID!) { meeting(id: $id) { name } meetings { name } }', { id });
    expect(JSON.stringify(shown)).toContain('一案');
    expect(JSON.stringify(shown)).not.toContain('若水');
  });

  test('[ME10] however many things are decided at once, each is written down', async () => {
    const { id } = await start();
    const itemId = (await by('coordinator', 'meetingItemAdd', { id, title: '通报' })).meeting.items.at(-1)!.id;
    const client = await company.as('coordinator');
    const texts = Array.from({ length: 70 }, (_, i) => `第 ${i} 条`);
    const decide = 'mutation ($input: MeetingDecideInput!) { meetingDecide(input: $input) { __typename } }';
    await Promise.all(texts.map((text) => client.ok(decide, { input: { id, itemId, text } })));
    const { decisions } = (await seen('coordinator', id))!.items.find((item) => item.id === itemId)!;
    expect(decisions).toHaveLength(texts.length);
    expect(new Set(decisions.map(({ text }) => text))).toEqual(new Set(texts));
  });

  test('[ME4] what comes to need a meeting is taken in although its agenda was full when it began', async () => {
    const seeded = await Promise.all(Array.from({ length: 34 }, () => company.seed.complaint()));
    const ids = seeded.map(({ id }) => decodeIdOf('Complaint', id));
    await company.db.pool.query(`UPDATE "complaint" SET "contestedAt" = now() WHERE "id" = ANY($1::uuid[])`, [ids]);
    const { id, items } = await start();
    expect(items).toHaveLength(30);
    const renewed = (await by('coordinator', 'meetingAgendaRenew', { id })).meeting.items;
    expect(renewed.length).toBeLessThanOrEqual(60);
    const shown = new Set(renewed.map(({ complaint }) => complaint?.id));
    expect(seeded.filter((one) => !shown.has(one.id))).toEqual([]);
  });
});
