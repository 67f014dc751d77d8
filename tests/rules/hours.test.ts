import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOpenTime,
  explainOpenTime,
  isOpenAt,
  nextOpening,
  NoOpenTimeError,
  openTimeBetween,
} from '@redress/domain/rules/hours';
import type { Hours, Span } from '@redress/domain/rules/hours';
import { LocalClock } from './local-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'UTC',
] as const;

/** Spans of a day at quarters of an hour, in order: cut anywhere, every other piece is open. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((cuts) => [...cuts].sort((a, b) => a - b).map((cut) => cut * 15))
  .map((cuts) => cuts.flatMap((from, i) => (i % 2 === 0 && cuts[i + 1] ? [{ from, to: cuts[i + 1]! }] : [])));

/** Hours that repeat every few days, some of which are closed, and open at least once. */
const someHours: fc.Arbitrary<Hours> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    days: fc.array(spans, { minLength: 1, maxLength: 9 }).filter((days) => days.some((open) => open.length > 0)),
  })
  .map(({ timeZone, days }) => hoursOf(timeZone, (day) => days[Math.abs(Date.parse(day) / DAY) % days.length]!));

/** Moments of three years: any, whole quarters of an hour, and those around a change of clocks. */
const CHANGES = [
  '2026-03-08T07:00Z',
  '2026-03-29T01:00Z',
  '2026-04-04T15:00Z',
  '2026-10-25T01:00Z',
  '2026-11-01T06:00Z',
];
const YEARS = { min: Date.UTC(2025, 11, 1), max: Date.UTC(2028, 11, 1) };
const moment = fc
  .oneof(
    fc.integer(YEARS),
    fc
      .integer({ min: YEARS.min / (15 * MINUTE), max: YEARS.max / (15 * MINUTE) })
      .map((quarter) => quarter * 15 * MINUTE),
    fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -300, max: 300 }))
      .map(([change, minutes]) => Date.parse(change) + minutes * MINUTE),
  )
  .map((instant) => new Date(instant));
const amount = fc.oneof(
  fc.integer({ min: 0, max: 90 * HOUR }),
  fc.integer({ min: 0, max: 400 }).map((n) => n * 15 * MINUTE),
);

function hoursOf(timeZone: string, spansOn: (day: string) => readonly Span[]): Hours {
  return { id: 'hours', timeZone, spansOn };
}

/** The same spans every day. */
function daily(timeZone: string, ...open: Span[]): Hours {
  return hoursOf(timeZone, () => open);
}

const at = (text: string) => new Date(text);
const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);

describe('open time', () => {
  test('[CAL1] is what the local clock shows inside a span, whatever the clocks do', () => {
    fc.assert(
      fc.property(someHours, moment, fc.integer({ min: 1, max: 400 }), (hours, about, quarters) => {
        const from = new Date(Math.floor(about.getTime() / (15 * MINUTE)) * 15 * MINUTE);
        const clock = new LocalClock(hours.timeZone);
        const open = Array.from({ length: quarters }, (_, i) => later(from, i * 15 * MINUTE)).filter((quarter) => {
          const { day, minute } = clock.read(quarter);
          return hours.spansOn(day).some((span) => span.from <= minute && minute < span.to);
        });
        expect(openTimeBetween(hours, from, later(from, quarters * 15 * MINUTE))).toBe(open.length * 15 * MINUTE);
        expect(open.every((quarter) => isOpenAt(hours, quarter))).toBe(true);
      }),
    );
  });

  test('[CAL1] adds up: two parts of a time have as much as the whole', () => {
    fc.assert(
      fc.property(someHours, moment, moment, moment, (hours, ...moments) => {
        const [a, b, c] = moments.sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        expect(openTimeBetween(hours, a, b) + openTimeBetween(hours, b, c)).toBe(openTimeBetween(hours, a, c));
        expect(openTimeBetween(hours, c, a)).toBe(0);
      }),
    );
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 120, 150, 0],
    ['Europe/Berlin', '2026-03-29', 60, 240, 120],
    ['Europe/Berlin', '2026-10-25', 120, 150, 60],
    ['Europe/Berlin', '2026-10-25', 60, 240, 240],
    ['America/New_York', '2026-03-08', 120, 180, 0],
    ['America/New_York', '2026-11-01', 60, 120, 120],
    ['Australia/Lord_Howe', '2026-10-04', 120, 150, 0],
    ['Australia/Lord_Howe', '2026-10-04', 90, 240, 120],
    ['Australia/Lord_Howe', '2026-04-05', 90, 120, 60],
    ['Asia/Shanghai', '2026-03-29', 60, 240, 180],
  ])('[CAL2] in %s on %s, %i to %i is open for %i minutes', (timeZone, day, from, to, minutes) => {
    const hours = hoursOf(timeZone, (asked) => (asked === day ? [{ from, to }] : []));
    const around = [later(at(day), -2 * DAY), later(at(day), 3 * DAY)] as const;
    expect(openTimeBetween(hours, ...around)).toBe(minutes * MINUTE);
  });

  test('[CAL2] a day whose clocks go back over midnight opens and closes twice', () => {
    // Until 2011 Newfoundland changed its clocks at 00:01: from 6 to 7 November 2010, 23:01 to 00:01 came twice.
    const hours = hoursOf('America/St_Johns', (day) => (day === '2010-11-06' ? [{ from: 23 * 60, to: 24 * 60 }] : []));
    expect(explainOpenTime(hours, at('2010-11-06T12:00Z'), 119 * MINUTE)).toEqual([
      { day: '2010-11-06', from: at('2010-11-07T01:30Z'), to: at('2010-11-07T02:30Z'), ms: 60 * MINUTE },
      { day: '2010-11-06', from: at('2010-11-07T02:31Z'), to: at('2010-11-07T03:30Z'), ms: 59 * MINUTE },
    ]);
  });
});

describe('the moment by which so much open time has passed', () => {
  test('[CAL3] has exactly so much open time before it', () => {
    fc.assert(
      fc.property(someHours, moment, amount, (hours, from, ms) => {
        expect(openTimeBetween(hours, from, addOpenTime(hours, from, ms))).toBe(ms);
      }),
    );
  });

  test('[CAL3] is the earliest such: a millisecond before it there was less', () => {
    fc.assert(
      fc.property(someHours, moment, amount, (hours, from, ms) => {
        fc.pre(ms > 0);
        expect(openTimeBetween(hours, from, later(addOpenTime(hours, from, ms), -1))).toBe(ms - 1);
      }),
    );
  });

  test('[CAL3] is never in closed time; closing time still counts as open', () => {
    fc.assert(
      fc.property(someHours, moment, amount, (hours, from, ms) => {
        const due = addOpenTime(hours, from, ms);
        expect(isOpenAt(hours, due) || isOpenAt(hours, later(due, -1))).toBe(true);
      }),
    );
  });

  test('[CAL3] with nothing to wait for is now while it is open, else the next opening', () => {
    const hours = daily('UTC', { from: 540, to: 720 });
    const zero = (from: string) => addOpenTime(hours, at(from), 0);
    expect(zero('2026-03-01T10:00Z')).toEqual(at('2026-03-01T10:00Z'));
    expect(zero('2026-03-01T12:00Z')).toEqual(at('2026-03-01T12:00Z'));
    expect(zero('2026-03-01T12:00:00.001Z')).toEqual(at('2026-03-02T09:00Z'));
    expect(nextOpening(hours, at('2026-03-01T12:00Z'))).toEqual(at('2026-03-02T09:00Z'));
    expect(nextOpening(hours, at('2026-03-01T09:00Z'))).toEqual(at('2026-03-01T09:00Z'));
  });

  test('[CAL3] at closing time is now on every day of the year', () => {
    const hours = daily('UTC', { from: 540, to: 1_440 });
    for (let day = 1; day <= 366; day += 1) {
      const midnight = new Date(Date.UTC(2026, 0, day));
      expect(addOpenTime(hours, midnight, 0)).toEqual(midnight);
      expect(addOpenTime(hours, later(midnight, 1), 0)).toEqual(later(midnight, 9 * HOUR));
      expect(isOpenAt(hours, midnight)).toBe(false);
    }
  });

  test('[CAL4] is no earlier for a later start, nor for more to wait', () => {
    fc.assert(
      fc.property(someHours, moment, moment, amount, amount, (hours, one, other, ms, more) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        expect(addOpenTime(hours, first, ms) <= addOpenTime(hours, second, ms)).toBe(true);
        expect(addOpenTime(hours, one, ms) <= addOpenTime(hours, one, ms + more)).toBe(true);
      }),
    );
  });

  test('[CAL5] is the same when the wait is split anywhere', () => {
    fc.assert(
      fc.property(someHours, moment, amount, amount, (hours, from, part, rest) => {
        expect(addOpenTime(hours, addOpenTime(hours, from, part), rest)).toEqual(addOpenTime(hours, from, part + rest));
      }),
    );
  });

  test('[CAL5] moves by exactly the open time of a pause', () => {
    fc.assert(
      fc.property(
        someHours,
        moment,
        amount,
        fc.nat(100 * HOUR),
        fc.nat(300 * HOUR),
        (hours, from, ms, wait, length) => {
          const paused = later(from, wait);
          const resumed = later(paused, length);
          const used = openTimeBetween(hours, from, paused);
          fc.pre(used < ms);
          const moved = addOpenTime(hours, from, ms + openTimeBetween(hours, paused, resumed));
          expect(addOpenTime(hours, resumed, ms - used)).toEqual(moved);
        },
      ),
    );
  });

  test('[CAL5] is explained by spans that are in order, open, and add up to the wait', () => {
    fc.assert(
      fc.property(someHours, moment, amount, (hours, from, ms) => {
        const parts = explainOpenTime(hours, from, ms);
        expect(parts.reduce((sum, part) => sum + part.ms, 0)).toBe(ms);
        const due = addOpenTime(hours, from, ms);
        for (const [i, part] of parts.entries()) {
          expect(part.ms).toBe(part.to.getTime() - part.from.getTime());
          expect(part.from >= (parts[i - 1]?.to ?? from) && part.to <= due).toBe(true);
          expect(openTimeBetween(hours, part.from, part.to)).toBe(part.ms);
        }
        if (ms > 0) expect(parts.at(-1)!.to).toEqual(due);
      }),
    );
  });

  test('[CAL2] keeps to the local clock over the change of clocks and of the year', () => {
    const hours = daily('Europe/Berlin', { from: 540, to: 1020 });
    expect(addOpenTime(hours, at('2026-03-28T15:00:00Z'), 2 * HOUR)).toEqual(at('2026-03-29T08:00:00Z'));
    expect(addOpenTime(hours, at('2026-10-24T14:00:00Z'), 2 * HOUR)).toEqual(at('2026-10-25T09:00:00Z'));
    expect(addOpenTime(hours, at('2026-12-31T15:30:00Z'), HOUR)).toEqual(at('2027-01-01T08:30:00Z'));
  });

  test('[CAL6] without hours is in calendar time', () => {
    const from = at('2026-03-01T22:00Z');
    expect(addOpenTime(null, from, DAY)).toEqual(at('2026-03-02T22:00Z'));
    expect(openTimeBetween(null, from, later(from, 5))).toBe(5);
    expect(openTimeBetween(null, later(from, 5), from)).toBe(0);
    expect(explainOpenTime(null, from, DAY)).toEqual([{ day: '2026-03-01', from, to: later(from, DAY), ms: DAY }]);
  });
});

describe('hours without an end of waiting', () => {
  test('[CAL7] that never open are an error, not a computation without end', () => {
    let asked = 0;
    const hours = hoursOf('Europe/Berlin', () => {
      asked += 1;
      return [];
    });
    expect(() => addOpenTime(hours, at('2026-01-01T00:00Z'), 0)).toThrow(NoOpenTimeError);
    expect(() => addOpenTime(hours, at('2026-01-01T00:00Z'), HOUR)).toThrow(NoOpenTimeError);
    expect(() => nextOpening(hours, at('2026-01-01T00:00Z'))).toThrow(NoOpenTimeError);
    expect(openTimeBetween(hours, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))).toBe(0);
    // Two generations, and each day of them once.
    expect(asked).toBeLessThan(52 * 366);
  });

  test('[CAL7] that open for a minute a day can’t be asked for a century', () => {
    const hours = daily('UTC', { from: 0, to: 1 });
    expect(() => addOpenTime(hours, at('2026-01-01T00:00Z'), 100 * 365 * MINUTE)).toThrow(NoOpenTimeError);
    expect(() => openTimeBetween(hours, at('2026-01-01T00:00Z'), at('2126-01-01T00:00Z'))).toThrow(RangeError);
  });

  test('[CAL7] what is no amount of time, or no moment, is refused', () => {
    const hours = daily('UTC', { from: 0, to: 1440 });
    for (const ms of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => addOpenTime(hours, at('2026-01-01T00:00Z'), ms)).toThrow(RangeError);
    expect(() => addOpenTime(hours, new Date(Number.NaN), 1)).toThrow(RangeError);
  });
});
