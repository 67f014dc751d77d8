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
