import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import type { ActionResult } from '@redress/domain/actions/context';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { policyValue } from '@redress/domain/reads/policy-values';
import { hoursOf } from '@redress/domain/rules/calendar';
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import { addOpenTime } from '@redress/domain/rules/hours';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ officeHours: true });
  await server.seed.departments('logistics', 'warehouse');
});
afterEach(() => server.stop());

function done(result: ActionResult): void {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
}

/** As if it were that long later. */
const after = (ms: number) => new Date(server.time.now().getTime() + ms);
const hold = async (id: string, until: Date) =>
  done(await complaintHold(server.seed.system, { id, reason: '等客户', until, expectedVersion: null }));
const resume = async (id: string) => done(await complaintResume(server.seed.system, { id, note: null }));

interface Clock {
  kind: string;
  state: string;
  dueAt: Date;
  breachPublishedAt: Date | null;
}

async function clocksOf(id: string): Promise<Map<string, Clock>> {
  const { rows } = await server.db.pool.query<Clock>(
    `SELECT DISTINCT ON ("kind") "kind", "state", "dueAt", "breachPublishedAt" FROM "deadline"
     WHERE "complaintId" = $1 ORDER BY "kind", "generation" DESC`,
    [id],
  );
  return new Map(rows.map((row) => [row.kind, row]));
}

const dueOf = async (id: string, kind: string) => (await clocksOf(id)).get(kind)!.dueAt.getTime();

const events = async (id: string, type: string) =>
  (
    await server.db.pool.query<{ occurredAt: Date; payload: Record<string, unknown> }>(
      `SELECT "occurredAt", "payload" FROM "event" WHERE "complaintId" = $1 AND "type" = $2 ORDER BY "seq"`,
      [id, type],
    )
  ).rows;

const working = () => server.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();

const RESOLUTION_IN_OFFICE = {
  kind: 'deadline',
  key: 'RESOLUTION',
  value: {
    minutes: { URGENT: 600, IMPORTANT: 1_200, GENERAL: 2_400 },
    runsIn: { URGENT: 'ALWAYS', IMPORTANT: 'DEPARTMENT', GENERAL: 'DEPARTMENT' },
    warnPercent: 75,
  },
} as const;

const put = async (...policies: NonNullable<Parameters<typeof directoryPut>[1]['policies']>) => {
  await directoryPut(server.seed.system, { policies });
  await server.settled();
};

describe('a pause', () => {
  test('[HD5] moves a due time by exactly the open time in it, whatever the hours', async () => {
    await put(RESOLUTION_IN_OFFICE);
    const calendar = policyValue(server.seed.system.directory, 'calendar', 'STANDARD')!;
    const hours = hoursOf(null, calendar);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 * 24 }),
        fc.integer({ min: 1, max: 60 * 70 }),
        async (before, held) => {
          const { uuid: id } = await working();
          const [began, held0] = [server.time.now(), await dueOf(id, 'PROGRESS')];
          server.time.advance(before * MINUTE);
          const [from, until] = [server.time.now(), after(held * MINUTE)];
          await hold(id, until);
          server.time.advance(held * MINUTE);
          await server.app.clock.publishDue();
          // What was used before the pause and what comes after it are together the allowance.
          const used = openBetween(hours, began, from);
          const left = 2_400 * MINUTE - used;
          expect(await dueOf(id, 'RESOLUTION')).toBe(addOpenTime(hours, until, left).getTime());
          expect(await dueOf(id, 'PROGRESS')).toBe(held0 + held * MINUTE);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('[HD5] spans a change of severity and one of policy: what was used stays used', async () => {
    const { uuid: id } = await working();
    server.time.advance(HOUR);
    await hold(id, after(2 * DAY));
    const route = { id, departmentCode: 'logistics', categoryCode: null, reason: null, expectedVersion: null };
    done(await complaintRoute(server.seed.system, { ...route, severity: 'IMPORTANT' }));
    expect((await clocksOf(id)).get('RESOLUTION')!.state).toBe('PAUSED');
    const resolution = DEFAULT_POLICIES.find(({ key }) => key === 'RESOLUTION')!;
    await put({
      ...resolution,
      value: { ...resolution.value, minutes: { URGENT: 60, IMPORTANT: 1_200, GENERAL: 60 } },
    });
    done(await complaintRoute(server.seed.system, { ...route, severity: 'GENERAL' }));
    done(await complaintRoute(server.seed.system, { ...route, severity: 'IMPORTANT' }));
    server.time.advance(5 * HOUR);
    await resume(id);
    expect(await dueOf(id, 'RESOLUTION')).toBe(server.time.now().getTime() + 19 * HOUR);
  });

  test('[HD5] spans another department: its hours count from then on, and the claim never pauses', async () => {
    await put(RESOLUTION_IN_OFFICE);
    const { uuid: id } = await working();
    await hold(id, after(2 * DAY));
    const route = { id, departmentCode: 'warehouse', categoryCode: null, severity: null, expectedVersion: null };
    done(await complaintRoute(server.seed.system, { ...route, reason: '货在库里' }));
    const clocks = await clocksOf(id);
    expect(clocks.get('CLAIM')!.state).toBe('OPEN');
    expect(clocks.get('RESOLUTION')!.state).toBe('PAUSED');
    await resume(id);
    expect((await clocksOf(id)).get('RESOLUTION')!.state).toBe('OPEN');
  });

  test('[HD5] leaves alone a clock whose time was up before: its breach keeps its true time', async () => {
    const { uuid: id } = await working();
    const due = await dueOf(id, 'PROGRESS');
    server.time.advance(49 * HOUR);
    await hold(id, after(DAY));
    expect((await clocksOf(id)).get('PROGRESS')!.state).toBe('OPEN');
    await server.app.clock.publishDue();
    const [breach] = await events(id, 'DeadlineBreached');
    expect(breach).toMatchObject({ occurredAt: new Date(due), payload: { kind: 'PROGRESS' } });
  });
});

describe('the date of a hold', () => {
  test('[HD6] ends it with its true time when nothing ran then, and what fell due since falls at its own', async () => {
    const { uuid: id } = await working();
    server.time.advance(47 * HOUR);
    const until = after(DAY);
    await hold(id, until);
    server.time.advance(3 * DAY);
    await server.app.clock.publishDue();
    expect(await events(id, 'ComplaintResumed')).toMatchObject([{ occurredAt: until, payload: { early: false } }]);
    // An hour of PROGRESS was left when the hold began.
    const breaches = await events(id, 'DeadlineBreached');
    expect(breaches[0]).toMatchObject({
      occurredAt: new Date(until.getTime() + HOUR),
      payload: { kind: 'PROGRESS' },
    });
    await server.app.clock.publishDue();
    expect(await events(id, 'ComplaintResumed')).toHaveLength(1);
  });

  test('[HD6] wakes a clock that sleeps', async () => {
    const { uuid: id } = await working();
    await hold(id, after(HOUR));
    await server.settled();
    server.time.advance(HOUR);
    await expect.poll(async () => (await events(id, 'ComplaintResumed')).length).toBe(1);
  });
});

function openBetween(hours: ReturnType<typeof hoursOf>, from: Date, to: Date): number {
  let open = 0;
  for (let at = Math.floor(from.getTime() / MINUTE) * MINUTE; at < to.getTime(); at += MINUTE) {
    // Shanghai has no summer time.
    const local = new Date(at + 8 * HOUR);
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
    const day = local.toISOString().slice(0, 10);
    if (hours.spansOn(day).some((span) => span.from <= minute && minute < span.to))
      open += Math.min(at + MINUTE, to.getTime()) - Math.max(at, from.getTime());
  }
  return open;
}
