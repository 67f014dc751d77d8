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
