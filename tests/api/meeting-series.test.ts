import { decodeIdOf, encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import type { TestSeries, Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';
import type { Client } from '../testkit/client.ts';
import { heldAt } from '../testkit/held-row.ts';

let company: Company;
/** One coordinator, at each of two processes. */
let desks: Client[];
const member = (person: Person) => encodeId('Member', company.members[person].id);
const by = async (who: Person, mutation: string, input: Record<string, unknown>): Promise<Told> =>
  act(await company.as(who), mutation, input);

beforeAll(async () => {
  company = await startCompany({ processes: 2 });
  const { coordinator } = company.members;
  desks = [await company.signedIn(coordinator, 0), await company.signedIn(coordinator, 1)];
});
afterAll(() => company.stop());

async function newSeries(more: Record<string, unknown> = {}): Promise<TestSeries> {
  const put = { name: '周例会', memberIds: [member('logistics')], standingItems: [], itemMinutes: 4, ...more };
  return (await by('coordinator', 'meetingSeriesPut', put)).series;
}

const rowOf = ({ id }: TestSeries) => decodeIdOf('MeetingSeries', id)!;

async function topicsOf({ id }: TestSeries): Promise<TestSeries['topics']> {
  const query = `query ($id: ID!) { meetingSeries(id: $id) { topics { id complaint { number } title } } }`;
  const { meetingSeries } = await desks[1]!.ok<{ meetingSeries: TestSeries[] }>(query, { id });
  return meetingSeries[0]!.topics;
}

/** Asks all at once, half of them at each process; gives how many went through, and what the others were told. */
async function askAtOnce(inputs: readonly Record<string, unknown>[]) {
  const answers = await Promise.all(inputs.map((input, i) => act(desks[i % 2]!, 'meetingTopicAdd', input)));
  const refused = answers.filter(({ code }) => code !== undefined);
  return { through: answers.length - refused.length, refused };
}

describe('an edit of a series', () => {
  test('[ME15] it changes what it names, and nothing else', async () => {
    const rhythm = { weekday: 2, startsAt: 600, timeZone: 'Asia/Shanghai' };
    const series = await newSeries({ standingItems: ['通报'], rhythm, remindMinutes: 15 });
    const put = async (more: object) =>
      (await by('coordinator', 'meetingSeriesPut', { id: series.id, ...more })).series;
    await put({ purpose: '看超时' });
    const renamed = await put({ name: '月例会' });
    expect(renamed).toEqual({ ...series, name: '月例会', revision: series.revision + 2 });
    expect(await put({ rhythm: null })).toMatchObject({ rhythm: null });
    expect(await company.db.prisma.meetingSeries.findUnique({ where: { id: rowOf(series) } })).toMatchObject({
      purpose: '看超时',
      remindMinutes: 15,
      standingItems: ['通报'],
    });
    expect(await by('coordinator', 'meetingSeriesPut', { purpose: 'x' })).toMatchObject({
      issues: [{ path: ['name'] }],
    });
  });

  test('[ME15] what a mask hides in it stays when it comes back as it was shown, in whatever order', async () => {
    const [one, other] = ['回访 13812345678', '催 13912345678 的件'];
    const hidden = { name: '13712345678 专题', purpose: '打 13612345678', standingItems: [one, other, '通报'] };
    const series = await newSeries(hidden);
    expect(series.name).not.toContain('13712345678');
    const [shownOne, shownOther] = series.standingItems;
    const edit = {
      id: series.id,
      name: `${series.name}（周）`,
      purpose: '打 136****78，再说',
      standingItems: ['新的', shownOther, `${shownOne} 两次`],
    };
    await by('coordinator', 'meetingSeriesPut', edit);
    expect(await company.db.prisma.meetingSeries.findUnique({ where: { id: rowOf(series) } })).toMatchObject({
      name: '13712345678 专题（周）',
      purpose: '打 13612345678，再说',
      standingItems: ['新的', other, `${one} 两次`],
    });
    const invented = await by('coordinator', 'meetingSeriesPut', { id: series.id, standingItems: ['找 150****99'] });
    expect(invented).toMatchObject({ issues: [{ path: ['standingItems'] }] });
  });

  test('[ME21] of a crowd that edits one series at once exactly one goes through', async () => {
    const { id, revision: expectedRevision } = await newSeries();
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        act(desks[i % 2]!, 'meetingSeriesPut', { id, purpose: `第${i}稿`, expectedRevision }),
      ),
    );
    const through = answers.filter(({ code }) => code === undefined);
    expect(through).toHaveLength(1);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'STALE_SERIES']));
  });
});

describe('the next meeting of a series', () => {
  test('[ME22] however many ask at once, thirty topics wait for it, and no complaint twice', async () => {
    const series = await newSeries();
    const { number } = await company.seed.complaint().routed('logistics');
    const same = await askAtOnce(Array.from({ length: 8 }, () => ({ seriesId: series.id, number })));
    expect(same.through).toBe(1);
    for (const refusal of same.refused) expect(refusal).toMatchObject({ issues: [{ path: ['number'] }] });
    const many = await askAtOnce(Array.from({ length: 40 }, (_, i) => ({ seriesId: series.id, title: `第 ${i} 件` })));
    expect(many.through).toBe(29);
    for (const refusal of many.refused) expect(refusal).toMatchObject({ issues: [{ path: ['number'] }] });
    expect(await topicsOf(series)).toHaveLength(30);
  });

  test('[ME22] what is taken back while the meeting begins is on its agenda, or was taken back in time', async () => {
    for (const startsFirst of [true, false]) {
      const series = await newSeries();
      const { topics } = (await by('coordinator', 'meetingTopicAdd', { seriesId: series.id, title: '排班' })).series;
      const { id } = topics[0]!;
      const begin = () => act(desks[0]!, 'meetingStart', { seriesId: series.id });
      const remove = () => act(desks[1]!, 'meetingTopicRemove', { id });
      const acts = startsFirst ? [begin, remove] : [remove, begin];
      const answers = await heldAt(company.ownerUrl, 'meeting_topic', decodeIdOf('MeetingTopic', id)!, acts);
      const [begun, removed] = startsFirst ? answers : answers.reverse();
      expect(begun!.meeting.items.some(({ title }) => title === '排班')).toBe(startsFirst);
      expect(removed!.code).toBe(startsFirst ? 'NOT_FOUND' : undefined);
      expect(await topicsOf(series)).toEqual([]);
    }
  });
});

describe('a topic that was taken back', () => {
  const take = (who: Person, id: string) => by(who, 'meetingTopicRemove', { id });
  const restore = (who: Person, id: string) => by(who, 'meetingTopicRestore', { id });

  test('[ME29] comes back with its note and who asked, for them and for coordinators', async () => {
    const series = await newSeries();
    const note = '打 13812345678 问过';
    const ask = (input: object) => by('logistics', 'meetingTopicAdd', { seriesId: series.id, ...input });
    const { id } = (await ask({ title: '排班', note })).series.topics[0]!;
    await take('logistics', id);
    await ask({ title: '通报' });
    expect(await restore('warehouse', id)).toMatchObject({ code: 'NOT_FOUND' });
    const { topics } = (await restore('logistics', id)).series;
    expect(topics.map(({ title }) => title)).toEqual(['通报', '排班']);
    expect((await restore('logistics', id)).series.topics).toEqual(topics);
    await take('coordinator', id);
    await restore('coordinator', id);
    const { items, id: meetingId } = (await by('coordinator', 'meetingStart', { seriesId: series.id })).meeting;
    const asked = items.find(({ title }) => title === '排班')!;
    expect(asked.askedBy).toEqual({ name: company.members.logistics.name });
    const step = await company.db.pool.query<{ note: string }>(
      `SELECT "note" FROM "meeting_step" WHERE "meetingId" = $1 AND "itemId" = $2`,
      [decodeIdOf('Meeting', meetingId), decodeIdOf('MeetingItem', asked.id)],
    );
    expect(step.rows).toEqual([{ note }]);
    // A meeting has it now.
    expect(await restore('logistics', id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[ME29] stays away where its complaint waits anew, and where thirty wait, however many come at once', async () => {
    const series = await newSeries();
    const { number } = await company.seed.complaint().routed('logistics');
    const add = async (input: object) =>
      (await by('coordinator', 'meetingTopicAdd', { seriesId: series.id, ...input })).series.topics.at(-1)!;
    const first = await add({ number });
    await take('coordinator', first.id);
    const anew = await add({ number });
    expect(await restore('coordinator', first.id)).toMatchObject({ issues: [{ path: ['id'] }] });
    await take('coordinator', anew.id);
    const both = await Promise.all([first, anew].map(({ id }, i) => act(desks[i]!, 'meetingTopicRestore', { id })));
    expect(both.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect((await topicsOf(series)).map(({ complaint }) => complaint?.number)).toEqual([number]);
    const gone = await add({ title: '排班' });
    await take('coordinator', gone.id);
    for (let i = 0; i < 29; i++) await add({ title: `第 ${i} 件` });
    expect(await restore('coordinator', gone.id)).toMatchObject({ issues: [{ path: ['id'] }] });
  });
});

describe('one date of a series', () => {
  const DATES = `query ($id: ID!) { meetingSeries(id: $id) { nextAt remindedFrom topics { title }
    dates { day plannedAt at revision reason changedBy { name } } } }`;
  interface DateAhead {
    day: string;
    plannedAt: string;
    at: string | null;
    revision: number;
    reason: string | null;
    changedBy: { name: string } | null;
  }
  type Dates = Pick<TestSeries, 'nextAt' | 'remindedFrom' | 'topics'> & { dates: DateAhead[] };

  const datesOf = async (who: Person, { id }: TestSeries): Promise<Dates> =>
    (await (await company.as(who)).ok<{ meetingSeries: Dates[] }>(DATES, { id })).meetingSeries[0]!;
  /** A series that meets three days from now. */
  const inThreeDays = () => {
    const at = new Date(company.time.now().getTime() + 3 * 86_400_000);
    const rhythm = { weekday: at.getUTCDay() === 0 ? 7 : at.getUTCDay(), startsAt: 600, timeZone: 'UTC' };
    return newSeries({ rhythm, remindMinutes: 15 });
  };
  const dayAfter = (day: string, days: number) =>
    new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

  test('[ME26] coordinators move one, with what reminds of it; the members see when and why, and the others stay', async () => {
    const series = await inThreeDays();
    const [first, ...others] = (await datesOf('logistics', series)).dates;
    expect(first).toMatchObject({ revision: 0, reason: null, changedBy: null, at: first!.plannedAt });
    const { day } = first!;
    const move = { seriesId: series.id, day, toDay: dayAfter(day, 1), toStartsAt: 840, expectedRevision: 0 };
    for (const who of ['logistics', 'supervisor', 'auditor'] as const)
      expect(await by(who, 'meetingDateMove', move)).toMatchObject({ code: 'FORBIDDEN' });
    const reason = '李总 13812345678 出差';
    expect(await by('coordinator', 'meetingDateMove', { ...move, reason })).toMatchObject({
      series: { id: series.id },
    });
    const moved = await datesOf('logistics', series);
    const at = `${dayAfter(day, 1)}T14:00:00.000Z`;
    expect(moved).toMatchObject({ nextAt: at, remindedFrom: `${dayAfter(day, 1)}T13:45:00.000Z` });
    expect(moved.dates[0]).toMatchObject({ day, at, plannedAt: first!.plannedAt, changedBy: { name: '周协调' } });
    expect(moved.dates[0]!.reason).toMatch(/^李总 138\*+78 出差$/);
    expect(moved.dates.slice(1)).toEqual(others);
    // It was looked at as it was before.
    expect(await by('coordinator', 'meetingDateMove', move)).toMatchObject({ code: 'STALE_SERIES' });
    const { revision } = moved.dates[0]!;
    const refused = async (more: object) =>
      (await by('coordinator', 'meetingDateMove', { ...move, expectedRevision: revision, ...more })).issues?.[0]?.path;
    expect(await refused({ toDay: '2020-01-01' })).toEqual(['toDay']);
    expect(await refused({ toDay: dayAfter(day, 7) })).toEqual(['toDay']);
    expect(await refused({ toDay: '2026-02-30' })).toEqual(['toDay']);
    expect(await refused({ day: dayAfter(day, 2) })).toEqual(['day']);
    const back = { seriesId: series.id, day, expectedRevision: revision };
    await by('coordinator', 'meetingDatePutBack', back);
    expect((await datesOf('logistics', series)).dates).toEqual([{ ...first, revision: revision + 1 }, ...others]);
  });

  test('[ME26] one that is called off is not the next; what was asked of it waits for that', async () => {
    const series = await inThreeDays();
    await by('logistics', 'meetingTopicAdd', { seriesId: series.id, title: '排班' });
    const [first, second] = (await datesOf('logistics', series)).dates;
    const off = { seriesId: series.id, day: first!.day, expectedRevision: 0 };
    expect(await by('coordinator', 'meetingDateCallOff', { ...off, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await by('coordinator', 'meetingDateCallOff', { ...off, reason: '国庆' });
    const told = await datesOf('logistics', series);
    expect(told).toMatchObject({ nextAt: second!.plannedAt, topics: [{ title: '排班' }] });
    expect(told.dates[0]).toMatchObject({ day: first!.day, at: null, reason: '国庆' });
    // Its time comes, and nobody waits for it.
    company.time.advance(Date.parse(first!.plannedAt) - company.time.now().getTime() + 7_200_000);
    const later = await datesOf('logistics', series);
    expect(later).toMatchObject({ nextAt: second!.plannedAt, topics: [{ title: '排班' }] });
    expect(later.dates[0]).toEqual(second);
  });

  test('[ME26] of two who change one date, or dates beside each other, at once, each decides on what the other did', async () => {
    const series = await inThreeDays();
    const [first, second] = (await datesOf('coordinator', series)).dates.map(({ day }) => day);
    const input = (day: string, days: number) => ({
      seriesId: series.id,
      day,
      toDay: dayAfter(day, days),
      toStartsAt: 600,
      expectedRevision: 0,
    });
    // Each is a move that may be made, and both together are not.
    const beside = await Promise.all([
      act(desks[0]!, 'meetingDateMove', input(first!, 5)),
      act(desks[1]!, 'meetingDateMove', input(second!, -4)),
    ]);
    expect(beside.map(({ code }) => code).sort()).toEqual(['INVALID_INPUT', undefined]);
    const third = (await datesOf('coordinator', series)).dates[2]!.day;
    const one = await Promise.all([
      act(desks[0]!, 'meetingDateMove', input(third, 1)),
      act(desks[1]!, 'meetingDateCallOff', { seriesId: series.id, day: third, reason: '放假', expectedRevision: 0 }),
    ]);
    expect(one.map(({ code }) => code).sort()).toEqual(['STALE_SERIES', undefined]);
  });
});
