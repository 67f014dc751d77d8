import { decodeIdOf, encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, meetingOf } from './act.ts';
import type { TestMeeting, Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const UNSAID = { email: null, region: null, tier: null, group: null };

let company: Company;
const member = (person: Person) => encodeId('Member', company.members[person].id);
const by = async (who: Person, mutation: string, input: Record<string, unknown>): Promise<Told> =>
  act(await company.as(who), mutation, input);

beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Entry {
  kind: string;
  isWaiting: boolean;
  decision: { id: string; text: string | null; dueAt: string | null; viewerMayFulfil: boolean } | null;
  series: { id: string } | null;
  meetsAt: string | null;
  actor: { name: string } | null;
}

const ENTRY = `{ kind isWaiting decision { id text dueAt viewerMayFulfil } series { id } meetsAt
  actor { ... on Member { name } } }`;
const INBOX = `{ waiting: meetingInbox(waiting: true) ${ENTRY} rest: meetingInbox(waiting: false) ${ENTRY} }`;

/** The person's entries about meetings: those that wait, or all. */
async function entries(who: Person, which: 'waiting' | 'all' = 'waiting'): Promise<Entry[]> {
  const { waiting, rest } = await (await company.as(who)).ok<{ waiting: Entry[]; rest: Entry[] }>(INBOX);
  return which === 'all' ? [...waiting, ...rest] : waiting;
}
const kindsOf = async (who: Person) => (await entries(who)).map(({ kind }) => kind);

/** A meeting that looks at a complaint of the warehouse's, and decides this. */
async function decided(input: Record<string, unknown>): Promise<{ meeting: TestMeeting; decisionId: string }> {
  const { number } = await company.seed
    .complaint({ customer: { name: '欧阳倩文', phone: '13812345678', ...UNSAID } })
    .routed('warehouse')
    .claimed();
  const { id } = (await by('coordinator', 'meetingStart', { name: '协调会' })).meeting;
  const itemId = (await by('coordinator', 'meetingItemAdd', { id, number })).meeting.items.at(-1)!.id;
  await by('coordinator', 'meetingFocus', { id, itemId });
  const { meeting } = await by('coordinator', 'meetingDecide', { id, itemId, ...input });
  return { meeting, decisionId: meeting.items.at(-1)!.decisions.at(-1)!.id };
}

test('[NT18] who is named for a decision in words hears of it, masked; who named themselves does not', async () => {
  const { decisionId } = await decided({ text: '给欧阳倩文补发', ownerId: member('logistics') });
  expect(await entries('logistics')).toMatchObject([
    {
      kind: 'MEETING_DECISION',
      isWaiting: true,
      decision: { id: decisionId, viewerMayFulfil: true },
      actor: { name: '周协调' },
    },
  ]);
  expect((await entries('logistics'))[0]!.decision!.text).not.toContain('欧阳倩文');
  await decided({ text: '我来', ownerId: member('coordinator') });
  expect(await entries('coordinator')).toEqual([]);
  expect(await entries('driver', 'all')).toEqual([]);
});

test('[NT18] it goes to whom it is given instead, and with it the sight of the meeting; nobody hears of a new wording', async () => {
  const { meeting, decisionId } = await decided({ text: '查库存', ownerId: member('packer') });
  const amend = (input: object) =>
    by('coordinator', 'meetingDecisionAmend', { id: meeting.id, decisionId, text: '查库存', ...input });
  await amend({ text: '今晚查库存', ownerId: member('packer') });
  expect(await entries('packer')).toMatchObject([{ decision: { text: '今晚查库存' } }]);
  await amend({ ownerId: member('driver') });
  expect(await kindsOf('driver')).toEqual(['MEETING_DECISION']);
  expect(await entries('packer', 'all')).toEqual([]);
  const seen = async (who: Person) => meetingOf(await company.as(who), meeting.id);
  const listed = async (who: Person) => {
    const { meetings } = await (await company.as(who)).ok<{ meetings: { id: string }[] }>('{ meetings { id } }');
    return meetings.some(({ id }) => id === meeting.id);
  };
  expect([await seen('packer'), await listed('packer')]).toEqual([null, false]);
  expect([(await seen('driver'))?.id, await listed('driver')]).toEqual([meeting.id, true]);
  await by('coordinator', 'meetingDecisionWithdraw', { id: meeting.id, decisionId });
  expect(await entries('driver', 'all')).toEqual([]);
  expect([await seen('driver'), await listed('driver')]).toEqual([null, false]);
});

test('[NT19] when it falls due its member is told once, whoever named them', async () => {
  const dueAt = new Date(company.time.now().getTime() + DAY).toISOString();
  const { meeting, decisionId } = await decided({ text: '写说明', ownerId: member('deputy'), dueAt });
  const own = await decided({ text: '自己写', ownerId: member('coordinator'), dueAt });
  await company.app.reminders.look();
  expect(await kindsOf('deputy')).toEqual(['MEETING_DECISION']);
  company.time.advance(DAY + MINUTE);
  await company.app.reminders.look();
  await company.app.reminders.look();
  expect((await kindsOf('deputy')).sort()).toEqual(['MEETING_DECISION', 'MEETING_DECISION_DUE']);
  expect((await entries('coordinator')).map(({ decision }) => decision?.id)).toEqual([own.decisionId]);
  await by('coordinator', 'meetingEnd', { id: meeting.id });
  await by('deputy', 'meetingDecisionFulfil', { id: meeting.id, decisionId, note: '已发给客户' });
  expect(await entries('deputy')).toEqual([]);
  const told = (await meetingOf(await company.as('supervisor'), meeting.id))!.items.at(-1)!.decisions;
  expect(told).toMatchObject([{ doneAt: expect.any(String), doneNote: '已发给客户' }]);
  company.time.advance(DAY);
  await company.app.reminders.look();
  expect(await entries('deputy')).toEqual([]);
});

test('[NT19] what those see to who can no longer sign in does not stand in the way of what others do', async () => {
  const dueAt = new Date(company.time.now().getTime() + DAY).toISOString();
  const leaver = await company.seed.member({ role: 'AGENT', department: 'logistics', name: '钱离职' });
  const { decisionId } = await decided({ text: '写说明', ownerId: encodeId('Member', leaver.id), dueAt });
  await company.db.pool.query(
    `INSERT INTO "meeting_step" SELECT (jsonb_populate_record(s,
       jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n))).*
     FROM "meeting_step" AS s, generate_series(1, 100) AS n WHERE s."id" = $1`,
    [decodeIdOf('MeetingDecision', decisionId)],
  );
  await company.seed.disable(leaver);
  const later = new Date(Date.parse(dueAt) + MINUTE).toISOString();
  await decided({ text: '通知客户', ownerId: member('deputy'), dueAt: later });
  company.time.advance(DAY + 2 * MINUTE);
  await company.app.reminders.look();
  expect(await kindsOf('deputy')).toContain('MEETING_DECISION_DUE');
});

test('[NT20] who belongs to a series is reminded of its next meeting once, on the desk, until it begins', async () => {
  const inMinutes = (minutes: number) => new Date(company.time.now().getTime() + minutes * MINUTE);
  const at = inMinutes(60);
  const rhythm = {
    weekday: at.getUTCDay() === 0 ? 7 : at.getUTCDay(),
    startsAt: at.getUTCHours() * 60 + at.getUTCMinutes(),
    timeZone: 'UTC',
  };
  const put = { name: '周会', memberIds: [member('agent'), member('supervisor')], standingItems: [], itemMinutes: 5 };
  const { series } = await by('coordinator', 'meetingSeriesPut', { ...put, rhythm, remindMinutes: 15 });
  await company.app.reminders.look();
  expect(await entries('agent')).toEqual([]);
  company.time.advance(50 * MINUTE);
  await company.app.reminders.look();
  await company.app.reminders.look();
  expect(await entries('agent')).toMatchObject([
    { kind: 'MEETING_AHEAD', series: { id: series.id }, meetsAt: expect.any(String), actor: null },
  ]);
  expect(await kindsOf('driver')).toEqual([]);
  await by('coordinator', 'meetingStart', { seriesId: series.id });
  expect(await entries('agent', 'all')).toEqual([]);
  await company.app.reminders.look();
  expect(await entries('agent', 'all')).toEqual([]);
});

test('[NT20] nobody is reminded of a meeting that was begun before, or whose time has gone by', async () => {
  const at = new Date(company.time.now().getTime() + 10 * MINUTE);
  const rhythm = {
    weekday: at.getUTCDay() === 0 ? 7 : at.getUTCDay(),
    startsAt: at.getUTCHours() * 60 + at.getUTCMinutes(),
    timeZone: 'UTC',
  };
  const put = { memberIds: [member('warehouse')], standingItems: [], itemMinutes: 5, rhythm, remindMinutes: 15 };
  const { series } = await by('coordinator', 'meetingSeriesPut', { ...put, name: '已开的' });
  await by('coordinator', 'meetingSeriesPut', { ...put, name: '错过的', memberIds: [member('packer')] });
  await by('coordinator', 'meetingStart', { seriesId: series.id });
  await company.app.reminders.look();
  expect(await kindsOf('packer')).toEqual(['MEETING_AHEAD']);
  expect(await entries('warehouse', 'all')).toEqual([]);
  company.time.advance(71 * MINUTE);
  expect(await entries('packer', 'all')).toEqual([]);
  await company.app.reminders.look();
  expect(await entries('packer', 'all')).toEqual([]);
});
