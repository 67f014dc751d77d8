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
  metAt: string | null;
  actor: { name: string } | null;
}

const ENTRY = `{ kind isWaiting decision { id text dueAt viewerMayFulfil } series { id } meetsAt metAt
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

/** When a series meets whose next meeting is in so many minutes. */
function rhythmIn(minutes: number) {
  const at = new Date(company.time.now().getTime() + minutes * MINUTE);
  const weekday = at.getUTCDay() === 0 ? 7 : at.getUTCDay();
  return { weekday, startsAt: at.getUTCHours() * 60 + at.getUTCMinutes(), timeZone: 'UTC' };
}

test('[NT20] who belongs to a series is reminded of its next meeting once, on the desk, until it begins', async () => {
  const rhythm = rhythmIn(60);
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
  const rhythm = rhythmIn(10);
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

interface Series {
  id: string;
  day: string;
  at: string;
}

/** A series of the agent's and the coordinator's that meets in ten minutes, of which both are reminded. */
async function reminded(): Promise<Series> {
  const { series } = await by('coordinator', 'meetingSeriesPut', {
    name: '周会',
    memberIds: [member('agent'), member('coordinator')],
    standingItems: [],
    itemMinutes: 5,
    rhythm: rhythmIn(10),
    remindMinutes: 15,
  });
  await company.app.reminders.look();
  const { day, at } = await dateOf(series.id);
  expect(await aheadOf('agent', series.id)).toEqual([at]);
  return { id: series.id, day, at: at! };
}

interface AheadDate {
  day: string;
  at: string | null;
  revision: number;
}

/** The next date of the series. */
async function dateOf(id: string): Promise<AheadDate> {
  const query = 'query ($id: ID!) { meetingSeries(id: $id) { dates { day at revision } } }';
  const told = await (await company.as('coordinator')).ok<{ meetingSeries: { dates: AheadDate[] }[] }>(query, { id });
  return told.meetingSeries[0]!.dates[0]!;
}

/** Does this with the next date of the series. */
async function change(what: 'Move' | 'CallOff' | 'PutBack', { id, day }: Series, more: object = {}): Promise<Told> {
  const { revision } = await dateOf(id);
  return by('coordinator', `meetingDate${what}`, { seriesId: id, day, expectedRevision: revision, ...more });
}

/** Has the next meeting of the series so many minutes from now; gives when. */
async function moveTo(series: Series, minutes: number): Promise<string> {
  const at = new Date(company.time.now().getTime() + minutes * MINUTE);
  at.setUTCSeconds(0, 0);
  const toStartsAt = at.getUTCHours() * 60 + at.getUTCMinutes();
  await change('Move', series, { toDay: at.toISOString().slice(0, 10), toStartsAt, reason: '李总出差' });
  return at.toISOString();
}

const ofSeries = async (who: Person, id: string, kind: string) =>
  (await entries(who, 'all')).filter((entry) => entry.series?.id === id && entry.kind === kind);
/** The times of the meetings ahead of the series that the person is reminded of. */
const aheadOf = async (who: Person, id: string) =>
  (await ofSeries(who, id, 'MEETING_AHEAD')).map(({ meetsAt }) => meetsAt);
/** From when to when the person is told that a meeting of the series was moved. */
const changesOf = async (who: Person, id: string) =>
  (await ofSeries(who, id, 'MEETING_DATE_CHANGED')).map(({ metAt, meetsAt }) => [metAt, meetsAt]);

test('[NT21] who belongs to a series hears of a date that is moved, called off and put back, not who does it', async () => {
  const series = await reminded();
  const moved = await moveTo(series, 180);
  expect(await ofSeries('agent', series.id, 'MEETING_DATE_CHANGED')).toMatchObject([
    { isWaiting: true, metAt: series.at, meetsAt: moved, decision: null, actor: { name: '周协调' } },
  ]);
  await change('CallOff', series, { reason: '放假' });
  expect(await changesOf('agent', series.id)).toEqual([[moved, null]]);
  // What is said anew of when it is not is no news.
  await change('CallOff', series, { reason: '国庆放假' });
  expect(await changesOf('agent', series.id)).toEqual([]);
  await change('PutBack', series);
  expect(await changesOf('agent', series.id)).toEqual([[null, series.at]]);
  for (const who of ['coordinator', 'driver'] as const) expect(await changesOf(who, series.id)).toEqual([]);
  await (await company.as('agent')).ok('mutation { notificationsRead(input: { all: true }) { __typename } }');
  expect(await ofSeries('agent', series.id, 'MEETING_DATE_CHANGED')).toMatchObject([{ isWaiting: false }]);
  await by('coordinator', 'meetingSeriesPut', { id: series.id, name: '周会', memberIds: [member('coordinator')] });
  expect(await changesOf('agent', series.id)).toEqual([]);
});

test('[NT20] a reminder goes with the date that it tells of, and comes back with it; of the new time one is told anew', async () => {
  const series = await reminded();
  const moved = await moveTo(series, 120);
  expect(await aheadOf('agent', series.id)).toEqual([]);
  company.time.advance(MINUTE);
  await change('PutBack', series);
  expect(await aheadOf('agent', series.id)).toEqual([series.at]);
  await company.app.reminders.look();
  expect(await aheadOf('agent', series.id)).toEqual([series.at]);
  const again = await moveTo(series, 119);
  expect(again).toBe(moved);
  company.time.advance(110 * MINUTE);
  await company.app.reminders.look();
  expect(await aheadOf('agent', series.id)).toEqual([moved]);
});

test('[NT20] a rhythm that is changed takes back what reminds of dates that are no more, and of no others', async () => {
  const [hour, day, reason] = [await reminded(), await reminded(), await reminded()];
  const put = (id: string, rhythm: object) => by('coordinator', 'meetingSeriesPut', { id, name: '周会', rhythm });
  await put(hour.id, rhythmIn(11));
  await put(day.id, rhythmIn(10 + 24 * 60));
  await by('coordinator', 'meetingSeriesPut', { id: reason.id, name: '周会', purpose: '对齐' });
  expect(await aheadOf('agent', hour.id)).toEqual([]);
  expect(await aheadOf('agent', day.id)).toEqual([]);
  expect(await aheadOf('agent', reason.id)).toEqual([reason.at]);
  await company.app.reminders.look();
  expect(await aheadOf('agent', hour.id)).toEqual([new Date(Date.parse(hour.at) + MINUTE).toISOString()]);
  expect(await aheadOf('agent', day.id)).toEqual([]);
});

test('[NT20] a reminder of a date that was moved before it was written goes when one looks the next time', async () => {
  const series = await reminded();
  await moveTo(series, 120);
  // As one that another process was about to write.
  await company.db.pool.query(`UPDATE "notification" SET "takenBackAt" = NULL WHERE "dueAt" = $1`, [series.at]);
  expect(await aheadOf('agent', series.id)).toEqual([series.at]);
  await company.app.reminders.look();
  expect(await aheadOf('agent', series.id)).toEqual([]);
});

interface Count {
  waiting: number;
  subjectsWaiting: number;
  unread: number;
  meetingsWaiting: number;
  meetingsUnread: number;
}

test('[NT22] the count says how much of it is about meetings: each list holds what is counted for it', async () => {
  const { id } = await company.seed.complaint().routed('logistics').claimed();
  await decided({ text: '查一下', ownerId: member('logistics') });
  const read = async () => {
    const told = await (await company.as('logistics')).ok<{
      viewer: { inboxCount: Count };
      inbox: { totalCount: number };
      meetingInbox: object[];
    }>(
      `{ viewer { ... on MemberViewer { inboxCount { waiting subjectsWaiting unread meetingsWaiting meetingsUnread } } }
        inbox(waiting: true) { totalCount } meetingInbox(waiting: true) { id } }`,
    );
    return { ...told.viewer.inboxCount, cases: told.inbox.totalCount, meetings: told.meetingInbox.length };
  };
  const before = await read();
  expect(before.meetingsWaiting).toBe(before.meetings);
  expect(before.waiting - before.meetingsWaiting).toBe(before.cases);
  for (const text of ['看一下', '再看一下'])
    await by('coordinator', 'commentAdd', { id, text, mentions: [member('logistics')] });
  await decided({ text: '再查', ownerId: member('logistics') });
  const after = await read();
  expect(after).toMatchObject({
    meetingsWaiting: before.meetingsWaiting + 1,
    meetingsUnread: before.meetingsUnread + 1,
    meetings: before.meetings + 1,
  });
  expect(after.waiting - after.meetingsWaiting).toBe(after.cases);
  expect(after.waiting).toBeGreaterThan(after.meetingsWaiting);
  // Of three entries two are about one complaint.
  expect(after.waiting).toBe(before.waiting + 3);
  expect(after.subjectsWaiting).toBe(before.subjectsWaiting + 2);
});
