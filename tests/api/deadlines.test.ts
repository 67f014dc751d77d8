import { directoryPut } from '@redress/domain/actions/directory-put';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Clock {
  kind: string;
  state: string;
  round: number;
  startedAt: string;
  dueAt: string;
  metAt: string | null;
  endedAt: string | null;
  isBreached: boolean;
  breachedAt: string | null;
}

const CLOCKS = `query ($id: ID!) { complaint(by: { id: $id }) { isBreached
  nextDeadline { kind } deadlines { nodes { kind state round startedAt dueAt metAt endedAt isBreached breachedAt } } } }`;

async function clocksOf(id: string, kind?: string): Promise<Clock[]> {
  const client = await company.as('coordinator');
  const { complaint } = await client.ok<{ complaint: { deadlines: { nodes: Clock[] } } }>(CLOCKS, { id });
  const clocks = complaint.deadlines.nodes.filter((clock) => kind === undefined || clock.kind === kind);
  return clocks.sort((a, b) => a.startedAt.localeCompare(b.startedAt) || a.state.localeCompare(b.state));
}

const runningClock = async (id: string, kind: string) =>
  (await clocksOf(id, kind)).filter(({ state }) => state === 'OPEN').at(-1)!;

/** Minutes that a clock has from its start to its due time. */
const minutes = ({ startedAt, dueAt }: Clock) => (Date.parse(dueAt) - Date.parse(startedAt)) / MINUTE;

/** Moves the hands, and publishes what fell due: whether the server's own clock was quicker does not matter. */
async function pass(ms: number): Promise<void> {
  company.time.advance(ms);
  await company.app.clock.publishDue();
  await company.settled();
}

const move = async (id: string, toStage: string, input: Record<string, unknown> = {}) =>
  act(await company.as('coordinator'), 'complaintMove', { id, toStage, ...input });

describe('allowances', () => {
  test.each([
    ['URGENT', 15, 30, 24 * 60],
    ['IMPORTANT', 60, 4 * 60, 48 * 60],
    ['GENERAL', 60, 24 * 60, 72 * 60],
  ] as const)('[DL1] [DL2] [DL3] %s', async (severity, claim, firstResponse, resolution) => {
    const receivedAt = new Date(company.time.now().getTime() - MINUTE);
    const { id } = await company.seed.complaint({ severity, receivedAt }).routed('logistics');
    const clocks = (await clocksOf(id)).filter(({ kind }) => kind !== 'DISPATCH');
    expect(Object.fromEntries(clocks.map((clock) => [clock.kind, minutes(clock)]))).toEqual({
      CLAIM: claim,
      FIRST_RESPONSE: firstResponse,
      RESOLUTION: resolution,
    });
    const started = Object.fromEntries(clocks.map(({ kind, startedAt }) => [kind, Date.parse(startedAt)]));
    const [received, routed] = [receivedAt.getTime(), receivedAt.getTime() + MINUTE];
    expect(started).toEqual({ FIRST_RESPONSE: received, RESOLUTION: received, CLAIM: routed });
  });

  test('[DL4] a new policy holds for the clocks that start under it', async () => {
    const put = (urgent: number, important: number, general: number) =>
      directoryPut(company.seed.system, {
        policies: [
          {
            kind: 'deadline',
            key: 'CLAIM',
            value: {
              minutes: { URGENT: urgent, IMPORTANT: important, GENERAL: general },
              runsIn: { URGENT: 'ALWAYS', IMPORTANT: 'DEPARTMENT', GENERAL: 'DEPARTMENT' },
              warnPercent: 75,
            },
          },
        ],
      });
    await put(5, 10, 20);
    await company.settled();
    const later = await company.seed.complaint().routed('logistics');
    expect(minutes(await runningClock(later.id, 'CLAIM'))).toBe(20);
    await put(15, 60, 60);
    await company.settled();
  });

  test('[DL3] FOLLOWING_UP meets the RESOLUTION clock', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
    await move(id, 'RESOLVING');
    expect(await runningClock(id, 'RESOLUTION')).toMatchObject({ state: 'OPEN' });
    await move(id, 'FOLLOWING_UP');
    const { stageSince } = (await cardOf(await company.as('coordinator'), id))!;
    expect(await clocksOf(id, 'RESOLUTION')).toMatchObject([{ state: 'MET', metAt: stageSince }]);
  });
});

describe('clocks that follow the case', () => {
  test('[DL11] DISPATCH runs while nobody handles it, and is met by the routing', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' });
    expect(minutes(await runningClock(id, 'DISPATCH'))).toBe(1);
    await act(await company.as('coordinator'), 'complaintRoute', { id, departmentCode: 'logistics' });
    expect(await clocksOf(id, 'DISPATCH')).toMatchObject([{ state: 'MET', isBreached: false }]);
  });

  test('[DL11] what triage routes at once has no DISPATCH clock', async () => {
    const { id } = await company.seed.complaint({ categoryCode: 'logistics.any' });
    expect(await clocksOf(id, 'DISPATCH')).toEqual([]);
    expect(await runningClock(id, 'CLAIM')).toBeDefined();
  });

  test('[DL12] PROGRESS runs from one contact to the next, until the customer is followed up', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed();
    expect(await clocksOf(id, 'PROGRESS')).toEqual([]);
    const contact = { id, channel: 'PHONE', summary: '说明进展', confirmsFacts: true };
    await act(await company.as('driver'), 'contactRecord', contact);
    expect(minutes(await runningClock(id, 'PROGRESS'))).toBe(48 * 60);
    company.time.advance(HOUR);
    await act(await company.as('driver'), 'contactRecord', contact);
    const [first, second] = await clocksOf(id, 'PROGRESS');
    expect(first).toMatchObject({ state: 'MET', metAt: second!.startedAt });
    expect(second).toMatchObject({ state: 'OPEN' });
    await move(id, 'RESOLVING');
    await move(id, 'FOLLOWING_UP');
    expect((await clocksOf(id, 'PROGRESS')).map(({ state }) => state)).toEqual(['MET', 'ENDED']);
  });

  test('[DL12] a contact that was held before the last one takes no time back', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const { startedAt } = await runningClock(id, 'RESOLUTION');
    company.time.advance(HOUR);
    const contact = { id, channel: 'PHONE', summary: '说明进展', confirmsFacts: false };
    await act(await company.as('driver'), 'contactRecord', contact);
    const running = await runningClock(id, 'PROGRESS');
    await act(await company.as('driver'), 'contactRecord', { ...contact, at: startedAt });
    expect(await runningClock(id, 'PROGRESS')).toEqual(running);
  });

  test('[DL13] FOLLOW_UP runs from FOLLOWING_UP and is met by the end; moving back ends it', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
    for (const stage of ['RESOLVING', 'FOLLOWING_UP']) await move(id, stage);
    expect(minutes(await runningClock(id, 'FOLLOW_UP'))).toBe(72 * 60);
    await move(id, 'RESOLVING', { reason: '客户还有异议' });
    expect(await clocksOf(id, 'FOLLOW_UP')).toMatchObject([{ state: 'ENDED' }]);
    for (const stage of ['FOLLOWING_UP', 'CLOSED']) await move(id, stage);
    expect((await clocksOf(id, 'FOLLOW_UP')).map(({ state }) => state)).toEqual(['ENDED', 'MET']);
  });

  test('[CO2] a contact that was held before the round began answers nothing in it', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
    const { startedAt } = await runningClock(id, 'PROGRESS');
    for (const stage of ['RESOLVING', 'FOLLOWING_UP', 'CLOSED']) await move(id, stage);
    company.time.advance(HOUR);
    await move(id, 'CONFIRMED', { reason: '客户不满意' });
    const contact = { id, channel: 'PHONE', summary: '上一轮的电话', confirmsFacts: true, at: startedAt };
    await act(await company.as('driver'), 'contactRecord', contact);
    expect(await runningClock(id, 'FIRST_RESPONSE')).toMatchObject({ round: 2 });
    const { firstContactAt, factsConfirmedAt } = (await cardOf(await company.as('coordinator'), id)) as unknown as {
      firstContactAt: string | null;
      factsConfirmedAt: string | null;
    };
    expect([firstContactAt ?? null, factsConfirmedAt ?? null]).toEqual([null, null]);
  });
});

describe('warnings', () => {
  test('[DL14] three quarters of the allowance are told of once, with their true time', async () => {
    const { id, uuid } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    const { startedAt } = await runningClock(id, 'CLAIM');
    const warned = async () => {
      const { rows } = await company.db.pool.query<{ at: Date }>(
        `SELECT "occurredAt" AS "at" FROM "event" WHERE "complaintId" = $1 AND "type" = 'DeadlineApproaching'
           AND "payload" ->> 'kind' = 'CLAIM'`,
        [uuid],
      );
      return rows.map(({ at }) => at.getTime() - Date.parse(startedAt));
    };
    await pass(11 * MINUTE);
    expect(await warned()).toEqual([]);
    await pass(2 * MINUTE);
    expect(await warned()).toEqual([11.25 * MINUTE]);
    await pass(MINUTE);
    expect(await warned()).toHaveLength(1);
  });

  test('[DL14] nobody is warned of what was breached while nothing ran', async () => {
    const { uuid } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await pass(HOUR);
    const { rows } = await company.db.pool.query<{ type: string }>(
      `SELECT "type" FROM "event" WHERE "complaintId" = $1 AND "payload" ->> 'kind' = 'CLAIM' ORDER BY "seq"`,
      [uuid],
    );
    expect(rows).toEqual([{ type: 'DeadlineBreached' }]);
  });
});

describe('a change under a running clock', () => {
  const grade = async (id: string, severity: string) =>
    act(await company.as('coordinator'), 'complaintRoute', { id, departmentCode: 'logistics', severity });

  test('[DL5] what was used stays used, and the old generation stays on record', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    company.time.advance(5 * MINUTE);
    await grade(id, 'URGENT');
    company.time.advance(5 * MINUTE);
    await grade(id, 'IMPORTANT');
    expect(minutes(await runningClock(id, 'CLAIM'))).toBe(60);
    expect((await clocksOf(id, 'CLAIM')).map(({ state }) => state)).toEqual(['ENDED', 'ENDED', 'OPEN']);
  });

  test('[DL5] a clock that has used more than it is now given is due at the change, never before', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    company.time.advance(20 * MINUTE);
    await grade(id, 'URGENT');
    expect(Date.parse((await runningClock(id, 'CLAIM')).dueAt)).toBe(company.time.now().getTime());
  });

  test('[DL7] a published breach is final: a milder severity does not take it back', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await pass(16 * MINUTE);
    await grade(id, 'GENERAL');
    expect(await runningClock(id, 'CLAIM')).toMatchObject({ isBreached: true });
    expect(minutes(await runningClock(id, 'CLAIM'))).toBe(15);
    expect((await cardOf(await company.as('coordinator'), id))!.isBreached).toBe(true);
  });
});

describe('breaches', () => {
  test('[DL8] isBreached is that a breach was published, not what a clock says', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await company.app.clock.stop();
    company.time.advance(16 * MINUTE);
    const read = async () => (await cardOf(await company.as('coordinator'), id))!.isBreached;
    expect(await read()).toBe(false);
    await company.app.clock.publishDue();
    expect(await read()).toBe(true);
    company.app.clock.start();
  });

  test('[DL7] [DL8] met late, the card is calm again, and the breach stays on record', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await pass(16 * MINUTE);
    const due = (await runningClock(id, 'CLAIM')).dueAt;
    await act(await company.as('logistics'), 'complaintClaim', { id });
    expect((await cardOf(await company.as('coordinator'), id))!.isBreached).toBe(false);
    const [clock] = await clocksOf(id, 'CLAIM');
    expect(clock).toMatchObject({ state: 'MET', isBreached: true });
    expect(Date.parse(clock!.breachedAt!)).toBeGreaterThanOrEqual(Date.parse(due));
  });

  test('[CO2] a first response that took place in time, and was written down late, does not take the breach back', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics').claimed();
    await pass(31 * MINUTE);
    const at = new Date(company.time.now().getTime() - 10 * MINUTE).toISOString();
    await act(await company.as('driver'), 'contactRecord', { id, channel: 'PHONE', summary: '已联系', at });
    const [clock] = await clocksOf(id, 'FIRST_RESPONSE');
    expect(clock).toMatchObject({ state: 'MET', metAt: at });
    expect(clock!.breachedAt).not.toBe(null);
  });

  test('[DL6] a breach is one event of the timeline, at its true time, by nobody', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    const due = (await runningClock(id, 'CLAIM')).dueAt;
    await pass(20 * MINUTE);
    await pass(MINUTE);
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { timeline { nodes {
      __typename occurredAt actor { __typename } ... on DeadlineBreached { deadline { kind } } } } } }`;
    const { complaint } = await (await company.as('coordinator')).ok<{
      complaint: { timeline: { nodes: { __typename: string }[] } };
    }>(query, { id });
    const told = complaint.timeline.nodes.filter(({ __typename }) => __typename === 'DeadlineBreached');
    expect(told).toEqual([
      { __typename: 'DeadlineBreached', occurredAt: due, actor: null, deadline: { kind: 'CLAIM' } },
    ]);
  });
});

describe('the end, and a new beginning', () => {
  const resolved = () =>
    company.seed
      .complaint()
      .routed('logistics')
      .moved('CONFIRMED')
      .claimed()
      .contacted()
      .moved('RESOLVING')
      .moved('FOLLOWING_UP');

  test('[DL9] moving back over the line runs the RESOLUTION clock again, from what it had used', async () => {
    const { id } = await resolved();
    const [met] = await clocksOf(id, 'RESOLUTION');
    const used = Date.parse(met!.metAt!) - Date.parse(met!.startedAt);
    company.time.advance(5 * HOUR);
    await move(id, 'RESOLVING', { reason: '客户不同意方案' });
    const again = await runningClock(id, 'RESOLUTION');
    expect(Date.parse(again.dueAt)).toBe(company.time.now().getTime() + 72 * HOUR - used);
    await move(id, 'FOLLOWING_UP');
    expect((await clocksOf(id, 'RESOLUTION')).map(({ state }) => state)).toEqual(['MET', 'MET']);
  });

  test('[DL10] closing ends what still runs, which is not "met"', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED');
    await move(id, 'FOLLOWING_UP', { override: true, reason: '特批' });
    await move(id, 'CLOSED');
    const states = (await clocksOf(id)).map(({ kind, state, metAt, endedAt }) => [
      kind,
      state,
      metAt === null,
      endedAt === null,
    ]);
    expect(Object.fromEntries(states.map(([kind, ...rest]) => [kind, rest]))).toEqual({
      CLAIM: ['ENDED', true, false],
      FIRST_RESPONSE: ['ENDED', true, false],
      RESOLUTION: ['MET', false, true],
      DISPATCH: ['MET', false, true],
      FOLLOW_UP: ['MET', false, true],
    });
  });

  test('[MV8] reopening begins a round with clocks of its own; what the last one breached stays recorded', async () => {
    const { id } = await company.seed.complaint({ severity: 'URGENT' }).routed('logistics');
    await pass(16 * MINUTE);
    await act(await company.as('logistics'), 'complaintClaim', { id });
    const contact = { id, channel: 'PHONE', summary: '核实', confirmsFacts: true };
    await act(await company.as('driver'), 'contactRecord', contact);
    for (const stage of ['CONFIRMED', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED']) await move(id, stage);
    await move(id, 'CONFIRMED', { reason: '客户不满意' });
    const clocks = await clocksOf(id);
    const second = clocks.filter(({ round }) => round === 2);
    expect(second.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'CLAIM OPEN',
      'FIRST_RESPONSE OPEN',
      'RESOLUTION OPEN',
    ]);
    expect(second.map(({ startedAt }) => Date.parse(startedAt))).toEqual(Array(3).fill(company.time.now().getTime()));
    const breached = clocks.filter(({ round, breachedAt }) => round === 1 && breachedAt !== null);
    expect(breached.map(({ kind }) => kind)).toEqual(['CLAIM']);
    expect((await cardOf(await company.as('coordinator'), id))!.isBreached).toBe(false);
  });
});
