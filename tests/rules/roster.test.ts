import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onDuty, ROSTER_SHAPE, turnsOf } from '@redress/domain/rules/roster';
import type { RosterPolicy, Shift } from '@redress/domain/rules/roster';

const ANNA = '0190a000-0000-7000-8000-000000000001';
const BO = '0190a000-0000-7000-8000-000000000002';
const CHEN = '0190a000-0000-7000-8000-000000000003';

const shift = (weekday: Shift['weekday'], from: string, to: string, ...memberIds: string[]): Shift => ({
  weekday,
  from,
  to,
  memberIds,
});
const roster = (other: Partial<RosterPolicy> = {}): RosterPolicy => ({
  timeZone: 'Europe/Berlin',
  shifts: [],
  exceptions: [],
  ...other,
});
const at = (policy: RosterPolicy, moment: string) => onDuty(policy, new Date(moment));

function issues(value: unknown): string[] {
  const { error } = ROSTER_SHAPE.safeParse(value);
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('who is on duty', () => {
  // 23 November 2026 is a Monday.
  test('[CAL13] follows from the shift on the roster’s clock; its end is out', () => {
    const policy = roster({ shifts: [shift(1, '09:00', '17:00', ANNA)] });
    expect(at(policy, '2026-11-23T07:59:59+01:00')).toEqual([]);
    expect(at(policy, '2026-11-23T09:00:00+01:00')).toEqual([ANNA]);
    expect(at(policy, '2026-11-23T16:59:59.999+01:00')).toEqual([ANNA]);
    expect(at(policy, '2026-11-23T17:00:00+01:00')).toEqual([]);
    expect(at(policy, '2026-11-24T10:00:00+01:00')).toEqual([]);
  });

  test.each([
    ['22:00', '06:00', ['2026-11-29T22:00', '2026-11-30T05:59'], ['2026-11-29T05:00', '2026-11-30T06:00']],
    ['08:00', '08:00', ['2026-11-29T08:00', '2026-11-30T07:59'], ['2026-11-29T07:59', '2026-11-30T08:00']],
    ['16:00', '24:00', ['2026-11-29T23:59'], ['2026-11-30T00:00']],
    ['16:00', '00:00', ['2026-11-29T23:59'], ['2026-11-30T00:00']],
  ])('[CAL13] from %s to %s on Sunday, a shift passes midnight and the week', (from, to, on, off) => {
    const policy = roster({ shifts: [shift(7, from, to, ANNA)] });
    for (const moment of on) expect(at(policy, `${moment}:00+01:00`)).toEqual([ANNA]);
    for (const moment of off) expect(at(policy, `${moment}:00+01:00`)).toEqual([]);
  });

  test('[CAL13] is everybody of the shifts that run together, each once', () => {
    const policy = roster({ shifts: [shift(1, '08:00', '16:00', BO, ANNA), shift(1, '12:00', '20:00', ANNA, CHEN)] });
    expect(at(policy, '2026-11-23T13:00:00+01:00')).toEqual([BO, ANNA, CHEN]);
    expect(at(policy, '2026-11-23T17:00:00+01:00')).toEqual([ANNA, CHEN]);
  });

  test('[CAL13] keeps to the local clock when summer time begins and ends', () => {
    const night = roster({ shifts: [shift(6, '22:00', '03:00', ANNA), shift(7, '03:00', '09:00', BO)] });
    expect(at(night, '2026-03-29T00:59:59Z')).toEqual([ANNA]);
    expect(at(night, '2026-03-29T01:00:00Z')).toEqual([BO]);
    expect(at(night, '2026-10-25T01:59:59Z')).toEqual([ANNA]);
    expect(at(night, '2026-10-25T02:00:00Z')).toEqual([BO]);
  });

  test('[CAL13] is whom an exception names instead, or nobody', () => {
    const policy = roster({
      shifts: [shift(1, '00:00', '24:00', ANNA)],
      exceptions: [
        { from: '2026-11-23T08:00:00Z', to: '2026-11-23T12:00:00Z', memberIds: [BO, BO] },
        { from: '2026-11-23T12:00:00Z', to: '2026-11-23T13:00:00Z', memberIds: [] },
      ],
    });
    expect(at(policy, '2026-11-23T07:59:59Z')).toEqual([ANNA]);
    expect(at(policy, '2026-11-23T08:00:00Z')).toEqual([BO]);
    expect(at(policy, '2026-11-23T12:00:00Z')).toEqual([]);
    expect(at(policy, '2026-11-23T13:00:00Z')).toEqual([ANNA]);
  });
});

describe('the value of a roster', () => {
  const exception = (from: string, to: string) => ({ from, to, memberIds: [ANNA] });
  const monday = shift(1, '22:00', '06:00', ANNA);

  test('[CAL14] is taken as it was given', () => {
    const policy = roster({
      shifts: [monday],
      exceptions: [exception('2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z')],
    });
    expect(ROSTER_SHAPE.parse(policy)).toEqual(policy);
    expect(ROSTER_SHAPE.parse(roster())).toEqual(roster());
  });

  test.each<[string, unknown, string]>([
    [
      'a shift that names nobody',
      roster({ shifts: [shift(1, '09:00', '17:00')] }),
      'shifts.0.memberIds: shiftNamesNobody',
    ],
    ['an eighth weekday', roster({ shifts: [shift(8 as never, '09:00', '17:00', ANNA)] }), 'shifts.0.weekday: invalid'],
    ['a time that is none', roster({ shifts: [shift(1, '24:00', '17:00', ANNA)] }), 'shifts.0.from: malformedTime'],
    [
      'a member that is no id',
      roster({ shifts: [shift(1, '09:00', '17:00', 'anna')] }),
      'shifts.0.memberIds.0: malformedId',
    ],
    [
      'exceptions that overlap, in whatever order',
      roster({
        exceptions: [
          exception('2026-01-02T00:00:00Z', '2026-01-04T00:00:00Z'),
          exception('2026-01-01T00:00:00Z', '2026-01-02T08:00:01+08:00'),
        ],
      }),
      'exceptions.0.from: exceptionsOverlap',
    ],
    [
      'an exception that ends before it begins',
      roster({ exceptions: [exception('2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z')] }),
      'exceptions.0.to: endsBeforeItBegins',
    ],
    ['an exception without an offset', roster({ exceptions: [exception('2026-01-02T00:00', 'x')] }), 'malformedMoment'],
    ['an unknown zone', roster({ timeZone: 'Mars/Olympus' }), 'timeZone: unknownTimeZone'],
    ['a thousand shifts', roster({ shifts: Array.from({ length: 1_000 }, () => monday) }), 'shifts: tooManyShifts'],
    [
      'a crowd',
      roster({ shifts: [shift(1, '09:00', '17:00', ...Array.from({ length: 51 }, () => BO))] }),
      'tooManyMembers',
    ],
  ])('[CAL14] with %s is refused there', (_what, value, issue) => {
    expect(issues(value).some((one) => one.includes(issue))).toBe(true);
  });
});

describe('the turns of a time', () => {
  const zones = ['Europe/Berlin', 'Asia/Shanghai', 'America/St_Johns', 'Australia/Lord_Howe'];
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => timeOf(quarter * 15));
  const shifts = fc.array(
    fc.record({
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      from: time,
      to: time,
      memberIds: fc.subarray([ANNA, BO, CHEN], { minLength: 1 }),
    }),
    { maxLength: 6 },
  ) as fc.Arbitrary<Shift[]>;
  const HOUR = 3_600_000;
  // Both ways of summer time lie in the range.
  const start = fc.integer({ min: 0, max: 24 * 400 }).map((hours) => Date.UTC(2026, 0, 1) + hours * HOUR);

  test('[CAL13] follow each other without a gap, and say of every moment who is on duty in it', () => {
    const facts = fc.record({
      timeZone: fc.constantFrom(...zones),
      shifts,
      start,
      length: fc.integer({ min: 1, max: 240 }),
    });
    fc.assert(
      fc.property(facts, ({ timeZone, shifts: week, start: from, length }) => {
        const to = from + length * HOUR;
        const arranged = { from: new Date(from + HOUR / 3).toISOString(), to: new Date(from + 3 * HOUR).toISOString() };
        const policy = roster({ timeZone, shifts: week, exceptions: [{ ...arranged, memberIds: [CHEN] }] });
        const turns = turnsOf(policy, new Date(from), new Date(to));
        expect(turns[0]!.from.getTime()).toBe(from);
        expect(turns.at(-1)!.to.getTime()).toBe(to);
        turns.forEach((turn, i) => {
          expect(turn.from < turn.to).toBe(true);
          const next = turns[i + 1];
          if (next !== undefined) {
            expect(next.from).toEqual(turn.to);
            expect(next.memberIds).not.toEqual(turn.memberIds);
          }
          const last = turn.to.getTime() - 1;
          const within = [turn.from.getTime(), Math.floor((turn.from.getTime() + last) / 2), last];
          for (const instant of within) expect(onDuty(policy, new Date(instant))).toEqual(turn.memberIds);
        });
      }),
    );
  });
});

function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');
}
