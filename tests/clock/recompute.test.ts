import { directoryPut } from '@redress/domain/actions/directory-put';
import { departmentSet } from '@redress/domain/actions/department-set';
import { policySet } from '@redress/domain/actions/policy-set';
import { Directory } from '@redress/domain/reads/directory';
import type { CalendarPolicy } from '@redress/domain/rules/calendar';
import type { RunsIn } from '@redress/domain/rules/deadlines';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ComplaintSeed } from '../testkit/complaint-seed.ts';
import type { SeededComplaint } from '../testkit/complaint-seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'warehouse');
});
afterEach(() => server.stop());

interface Clock {
  kind: string;
  state: string;
  generation: number;
  startedAt: Date;
  dueAt: Date;
  breachPublishedAt: Date | null;
}

/** The clocks of a kind, the oldest generation first. */
async function clocks({ uuid }: SeededComplaint, kind = 'FIRST_RESPONSE'): Promise<Clock[]> {
  const { rows } = await server.db.pool.query<Clock>(
    'SELECT * FROM "deadline" WHERE "complaintId" = $1 AND "kind" = $2::"DeadlineKind" ORDER BY "generation"',
    [uuid, kind],
  );
  return rows;
}

const newest = async (complaint: SeededComplaint, kind?: string) => (await clocks(complaint, kind)).at(-1)!;
const given = ({ startedAt, dueAt }: Clock) => dueAt.getTime() - startedAt.getTime();

interface Told {
  reason: string;
  kind: string;
}

async function told({ uuid }: SeededComplaint, type = 'ClocksRecomputed'): Promise<Told[]> {
  const { rows } = await server.db.pool.query<{ payload: Told }>(
    'SELECT "payload" FROM "event" WHERE "complaintId" = $1 AND "type" = $2 ORDER BY "seq"',
    [uuid, type],
  );
  return rows.map(({ payload }) => payload);
}

async function setLimit(general: number, runsIn: RunsIn = 'ALWAYS', key = 'FIRST_RESPONSE'): Promise<void> {
  const value = {
    minutes: { URGENT: 30, IMPORTANT: 240, GENERAL: general },
    runsIn: { URGENT: 'ALWAYS', IMPORTANT: runsIn, GENERAL: runsIn },
    warnPercent: 75,
  };
  const done = await policySet(server.seed.system, {
    kind: 'deadline',
    key,
    value,
    reason: '调整',
    expectedVersion: null,
  });
  expect(done.ok).toBe(true);
}

/** Open on every day from `from` to `to`. */
const daily = (from: string, to: string): CalendarPolicy => {
  const spans = [{ from, to }];
  const week = { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans };
  return { nameZh: '每日', nameEn: 'Daily', timeZone: 'UTC', week, holidays: null, makeUp: null, days: [] };
};
const putCalendar = (key: string, value: CalendarPolicy) =>
  directoryPut(server.seed.system, { policies: [{ kind: 'calendar', key, value }] });

test('[PO6] a policy that is changed holds for the clocks that run, from the change on; the trail says so', async () => {
  const complaint = await server.seed.complaint().routed('logistics');
  server.time.advance(HOUR);
  await setLimit(180);
  await expect.poll(async () => given(await newest(complaint))).toBe(3 * HOUR);
  const [old, now] = await clocks(complaint);
  expect([old!.state, now!.state, now!.generation]).toEqual(['ENDED', 'OPEN', 2]);
  expect(await told(complaint)).toMatchObject([{ reason: 'POLICY', clocks: [{ kind: 'FIRST_RESPONSE' }] }]);
});

test('[PO6] what has used more than the new limit is due at the change, never before, and is breached at once', async () => {
  const complaint = await server.seed.complaint().routed('logistics');
  server.time.advance(5 * HOUR);
  const changed = server.time.now();
  await setLimit(60);
  const fell = async () => (await told(complaint, 'DeadlineBreached')).map(({ kind }) => kind);
  await expect.poll(fell).toEqual(['CLAIM', 'FIRST_RESPONSE']);
  expect((await newest(complaint)).dueAt).toEqual(changed);
});

test('[PO6] a published breach stays as it is, and a severity that the change leaves alone keeps its clocks', async () => {
  const late = await server.seed.complaint().routed('logistics');
  const urgent = await server.seed.complaint({ severity: 'URGENT' }).routed('logistics');
  server.time.advance(24 * HOUR + MINUTE);
  await server.app.clock.publishDue();
  const other = await server.seed.complaint().routed('logistics');
  await setLimit(48 * 60);
  await expect.poll(async () => given(await newest(other))).toBe(48 * HOUR);
  expect(await clocks(late)).toMatchObject([{ generation: 1, state: 'OPEN' }]);
  expect(await clocks(urgent)).toHaveLength(1);
});

test('[PO7] a calendar that is changed moves the clocks that run in it, and says why', async () => {
  await putCalendar('STANDARD', daily('00:00', '24:00'));
  await setLimit(60, 'DEPARTMENT');
  await server.settled();
  const complaint = await server.seed.complaint().routed('logistics');
  const before = await newest(complaint);
  const hour = (at: Date) => `${String(at.getUTCHours()).padStart(2, '0')}:00`;
  const opens = new Date(server.time.now().getTime() + 6 * HOUR);
  // Closed now, and open for two hours six hours from now, or from midnight on where that would pass it.
  const wraps = opens.getUTCHours() > 21;
  const from = wraps ? '00:00' : hour(opens);
  await putCalendar('STANDARD', daily(from, wraps ? '02:00' : hour(new Date(opens.getTime() + 2 * HOUR))));
  await expect.poll(() => told(complaint)).toMatchObject([{ reason: 'CALENDAR' }]);
  const { dueAt } = await newest(complaint);
  expect(dueAt.getTime()).toBeGreaterThan(before.dueAt.getTime());
  expect(dueAt.getUTCMinutes()).toBe(0);
  expect(`${String(dueAt.getUTCHours() - 1).padStart(2, '0')}:00`).toBe(from);
});

test('[PO7] what a change of the calendar leaves where it was is left alone', async () => {
  await putCalendar('STANDARD', daily('00:00', '24:00'));
  await setLimit(60, 'DEPARTMENT');
  await server.settled();
  const complaint = await server.seed.complaint().routed('logistics');
  const far = new Date(server.time.now().getTime() + 30 * 24 * HOUR).toISOString().slice(0, 10);
  const holiday = { day: far, spans: [], name: '店庆' };
  await putCalendar('STANDARD', { ...daily('00:00', '24:00'), days: [holiday] });
  const moved = await server.seed.complaint().routed('logistics');
  await setLimit(90, 'DEPARTMENT');
  await expect.poll(async () => given(await newest(moved))).toBe(90 * MINUTE);
  expect(await told(complaint)).toMatchObject([{ reason: 'POLICY' }]);
});

test('[PO10] a department that goes over to another calendar takes its clocks along', async () => {
  await setLimit(60, 'DEPARTMENT');
  const at = server.time.now().getUTCHours();
  const later = (at + 12) % 23;
  const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  await putCalendar('NIGHT', daily(two(later), two(later + 1)));
  await server.settled();
  const theirs = await server.seed.complaint().routed('logistics');
  const others = await server.seed.complaint().routed('warehouse');
  const done = await departmentSet(server.seed.system, { code: 'logistics', calendarCode: 'NIGHT' });
  expect(done.ok).toBe(true);
  await expect.poll(() => told(theirs)).toMatchObject([{ reason: 'CALENDAR' }]);
  expect((await newest(theirs)).dueAt.getUTCHours()).toBe(later + 1);
  expect(await told(others)).toEqual([]);
});

test('[PO8] what changed while nothing ran is made up for at the start, as of the change', async () => {
  const spared = await server.seed.complaint().routed('logistics');
  server.time.advance(HOUR);
  await Promise.all(server.processes.map((app) => app.stop()));
  await setLimit(48 * 60);
  // By the old limit it falls due while nobody looks; by the new one it has a day left.
  server.time.advance(24 * HOUR);
  await server.startProcess();
  await expect.poll(async () => given(await newest(spared))).toBe(48 * HOUR);
  expect(await told(spared, 'DeadlineBreached')).not.toContainEqual(
    expect.objectContaining({ kind: 'FIRST_RESPONSE' }),
  );
});

test('[PO8] a pass that was cut short is taken up by the next, and nothing is recomputed twice', async () => {
  const complaints: SeededComplaint[] = [];
  for (let n = 0; n < 40; n += 1) complaints.push(await server.seed.complaint().routed('logistics'));
  await setLimit(120);
  await expect
    .poll(async () => (await told(complaints[0]!)).length + (await told(complaints[39]!)).length)
    .toBeGreaterThan(0);
  await server.app.stop();
  await server.startProcess();
  await expect
    .poll(async () => Promise.all(complaints.map(async (one) => given(await newest(one)))))
    .toEqual(complaints.map(() => 2 * HOUR));
  for (const complaint of complaints) expect(await told(complaint)).toHaveLength(1);
});

test('[PO8] what a process began that had not heard of the change yet is made up for, too', async () => {
  const stale = { ...server.seed.system, directory: await Directory.load(server.db) };
  const before = await server.seed.complaint().routed('logistics');
  await setLimit(180);
  await expect.poll(async () => given(await newest(before))).toBe(3 * HOUR);
  const after = await new ComplaintSeed(stale, {}, 2, () => server.settled()).routed('logistics');
  await expect.poll(async () => given(await newest(after)), { timeout: 10_000 }).toBe(3 * HOUR);
});
