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

const PROMISES = `query ($id: ID!) { complaint(by: { id: $id }) { isBreached nextDeadline { kind dueAt }
  promises { totalCount nodes { id state what dueAt madeBy { name } endedBy { name } deadline { kind state isBreached dueAt } } } } }`;

interface Promised {
  isBreached: boolean;
  nextDeadline: { kind: string; dueAt: string } | null;
  promises: {
    totalCount: number;
    nodes: { id: string; state: string; deadline: { state: string; isBreached: boolean; dueAt: string } }[];
  };
}

const promisesOf = async (id: string) =>
  (await (await company.as('coordinator')).ok<{ complaint: Promised }>(PROMISES, { id })).complaint;
const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const inHours = (hours: number) => new Date(company.time.now().getTime() + hours * HOUR).toISOString();
const make = (person: Person, complaintId: string, input: Record<string, unknown> = {}) =>
  does(person, 'promiseMake', { complaintId, what: '今天下班前回电', dueAt: inHours(2), ...input });
const working = () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();

describe('promises to the customer', () => {
  test('[PM1] who may record a contact makes them; the promise has a clock of its own', async () => {
    const { id } = await working();
    const dueAt = inHours(2);
    expect((await make('driver', id, { dueAt })).__typename).toBe('PromiseMakePayload');
    expect(await promisesOf(id)).toMatchObject({
      nextDeadline: { kind: 'PROMISE', dueAt },
      promises: { nodes: [{ state: 'OPEN', what: '今天下班前回电', dueAt, madeBy: { name: '王司机' } }] },
    });
    expect(await make('auditor', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await make('packer', id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[PM2] it says what, and is due ahead and within a year', async () => {
    const { id } = await working();
    const path = async (input: Record<string, unknown>) => (await make('driver', id, input)).issues[0]?.path;
    expect(await path({ what: ' ' })).toEqual(['what']);
    expect(await path({ dueAt: company.time.now().toISOString() })).toEqual(['dueAt']);
    expect(await path({ dueAt: inHours(367 * 24) })).toEqual(['dueAt']);
    expect((await promisesOf(id)).promises.totalCount).toBe(0);
  });

  test('[PM3] twenty of a complaint may be open at once', async () => {
    const { id } = await working();
    for (let n = 0; n < 20; n++) expect((await make('driver', id)).__typename).toBe('PromiseMakePayload');
    const refused = await make('driver', id);
    expect(refused.issues).toMatchObject([{ path: ['complaintId'], message: expect.stringContaining('20') }]);
    const [first] = (await promisesOf(id)).promises.nodes;
    await does('driver', 'promiseKeep', { id: first!.id });
    expect((await make('driver', id)).__typename).toBe('PromiseMakePayload');
  });

  test('[PM4] keeping it meets its clock; a breach that was published stays', async () => {
    const { id } = await working();
    const { promise } = await make('driver', id);
    company.time.advance(3 * HOUR);
    await company.app.clock.publishDue();
    expect(await promisesOf(id)).toMatchObject({ isBreached: true });
    expect(await does('agent', 'promiseKeep', { id: promise.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await does('logistics', 'promiseKeep', { id: promise.id, note: '已回电' })).__typename).toBe(
      'PromiseKeepPayload',
    );
    expect(await promisesOf(id)).toMatchObject({
      isBreached: false,
      promises: { nodes: [{ state: 'KEPT', deadline: { state: 'MET', isBreached: true } }] },
    });
    expect(await does('driver', 'promiseKeep', { id: promise.id })).toMatchObject({
      __typename: 'PromiseEndedError',
      promise: { id: promise.id },
    });
  });

  test('[PM5] who made it, or a coordinator, releases it with a reason; that is not "met"', async () => {
    const { id } = await working();
    const { promise } = await make('driver', id);
    const release = (person: Person, reason = '客户说不用了') =>
      does(person, 'promiseRelease', { id: promise.id, reason });
    expect(await release('logistics')).toMatchObject({ code: 'FORBIDDEN' });
    expect((await release('driver', ' ')).issues[0]?.path).toEqual(['reason']);
    expect((await release('driver')).__typename).toBe('PromiseReleasePayload');
    expect((await promisesOf(id)).promises.nodes).toMatchObject([{ state: 'RELEASED', deadline: { state: 'ENDED' } }]);
    const other = await make('driver', id);
    expect((await does('coordinator', 'promiseRelease', { id: other.promise.id, reason: '客户撤诉' })).__typename).toBe(
      'PromiseReleasePayload',
    );
  });

  test('[PM6] closing releases what is open, and the trail says so', async () => {
    const { id } = await working();
    await make('driver', id, { dueAt: inHours(24 * 7) });
    for (const toStage of ['INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED'])
      expect((await does('coordinator', 'complaintMove', { id, toStage })).__typename).toBe('ComplaintMovePayload');
    expect((await promisesOf(id)).promises.nodes).toMatchObject([{ state: 'RELEASED', deadline: { state: 'ENDED' } }]);
    const client = await company.as('coordinator');
    const { complaint } = await client.ok<{ complaint: { timeline: { nodes: { __typename: string }[] } } }>(
      'query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 3) { nodes { __typename } } } }',
      { id },
    );
    expect(complaint.timeline.nodes.map(({ __typename }) => __typename)).toContain('PromiseReleased');
  });
});
