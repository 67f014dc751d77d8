import fc from 'fast-check';
import {
  DATES_AHEAD,
  datesAhead,
  isDateAhead,
  momentOn,
  moveProblem,
  nextDate,
} from '@redress/domain/rules/meeting-dates';
import type { DateChange, Dated, MeetingDate } from '@redress/domain/rules/meeting-dates';
import { expect, test } from 'vitest';

const HOUR = 3_600_000;
const rhythms = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  startsAt: fc.integer({ min: 4 * 60, max: 23 * 60 }),
  timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
});
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const plain = (rhythm: Dated['rhythm']): Dated => ({ rhythm, changes: [], lastStartedAt: null });

/** Weekday, hour and minute of the moment on the clock of the zone. */
function toldIn(timeZone: string, moment: Date) {
  const options = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const told = new Intl.DateTimeFormat('en-GB', options).formatToParts(moment);
  const parts = Object.fromEntries(told.map(({ type, value }) => [type, value]));
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday']!) + 1;
  return { weekday, startsAt: Number(parts['hour']) * 60 + Number(parts['minute']) };
}

test('[ME15] the next meeting is within a week, at that time of that place, also when summer time begins and ends', () => {
  fc.assert(
    fc.property(rhythms, moments, (rhythm, now) => {
      const dates = datesAhead(plain(rhythm), now);
      expect(dates).toHaveLength(DATES_AHEAD);
      expect(dates[0]).toEqual(nextDate(plain(rhythm), now));
      dates.forEach(({ at, plannedAt }, week) => {
        expect(at).toEqual(plannedAt);
        expect(plannedAt.getTime()).toBeGreaterThan(now.getTime() - HOUR + week * 168 * HOUR - HOUR);
        expect(plannedAt.getTime()).toBeLessThanOrEqual(now.getTime() + (week + 1) * 168 * HOUR + HOUR);
        const { weekday, startsAt } = rhythm;
        expect(toldIn(rhythm.timeZone, plannedAt)).toEqual({ weekday, startsAt });
      });
    }),
  );
});

test('[ME22] the meeting that is waited for is the one that nobody has begun, up to an hour after its time', () => {
  const rhythm = { weekday: 2, startsAt: 570, timeZone: 'Asia/Shanghai' };
  const time = new Date('2026-06-02T01:30:00Z');
  const after = (minutes: number) => new Date(time.getTime() + minutes * 60_000);
  const next = after(7 * 24 * 60);
  const waitedFor = (now: Date, lastStartedAt: Date | null) => nextDate({ ...plain(rhythm), lastStartedAt }, now).at;
  expect(waitedFor(after(-1), null)).toEqual(time);
  expect(waitedFor(after(30), null)).toEqual(time);
  expect(waitedFor(after(61), null)).toEqual(next);
  expect(waitedFor(after(-1), after(-5))).toEqual(next);
  expect(waitedFor(after(30), after(10))).toEqual(next);
  expect(waitedFor(after(-1), after(-7 * 24 * 60))).toEqual(time);
});

interface Act {
  which: number;
  kind: DateChange['kind'];
  /** Hours from where it is planned. */
  hours: number;
}

const acts = fc.array(
  fc.record<Act>({
    which: fc.integer({ min: 0, max: DATES_AHEAD - 1 }),
    kind: fc.constantFrom('MOVED', 'CALLED_OFF', 'PUT_BACK'),
    hours: fc.integer({ min: -200, max: 200 }),
  }),
  { maxLength: 12 },
);

/** The series after what of these acts is let through, as the actions do it. */
function played(rhythm: Dated['rhythm'], now: Date, said: readonly Act[]): Dated {
  let series = plain(rhythm);
  said.forEach(({ which, kind, hours }, i) => {
    const { day, plannedAt } = datesAhead(series, now)[which]!;
    const movedTo = kind === 'MOVED' ? new Date(plannedAt.getTime() + hours * HOUR) : null;
    if (movedTo !== null && moveProblem(series, day, movedTo, now) !== null) return;
    if (kind === 'PUT_BACK' && plannedAt <= now) return;
    const change = { day, kind, movedTo, reason: null, byId: 'x', at: now, number: i + 1 };
    series = { ...series, changes: [...series.changes.filter((one) => one.day !== day), change] };
  });
  return series;
}

const taking = (dates: readonly MeetingDate[]): Date[] => dates.flatMap(({ at }) => at ?? []);

test('[ME26] whatever is moved, called off and put back, dates keep their order and twelve hours between them', () => {
  fc.assert(
    fc.property(rhythms, moments, acts, (rhythm, now, said) => {
      const series = played(rhythm, now, said);
      const dates = datesAhead(series, now);
      expect(dates.map(({ day }) => day)).toEqual(dates.map(({ day }) => day).toSorted());
      const times = taking(dates).map((at) => at.getTime());
      times.slice(1).forEach((at, i) => expect(at - times[i]!).toBeGreaterThanOrEqual(12 * HOUR));
      for (const { change, at, plannedAt } of dates) if (change === null) expect(at).toEqual(plannedAt);
      expect(nextDate(series, now).at.getTime()).toBeGreaterThan(now.getTime() - HOUR);
      if (times.length > 0) expect(nextDate(series, now).at.getTime()).toBe(times[0]);
    }),
  );
});

test('[ME26] a date that is put back is as if nothing had been said about it', () => {
  fc.assert(
    fc.property(rhythms, moments, acts, (rhythm, now, said) => {
      const series = played(rhythm, now, said);
      const changes = series.changes.map((one) => ({ ...one, kind: 'PUT_BACK' as const, movedTo: null }));
      const bare = ({ day, at }: MeetingDate) => ({ day, at });
      expect(datesAhead({ ...series, changes }, now).map(bare)).toEqual(datesAhead(plain(rhythm), now).map(bare));
    }),
  );
});

test('[ME26] a meeting that begins up to twelve hours early or an hour late takes its own date, and no other', () => {
  const begun = fc.integer({ min: -12 * 60 + 1, max: 59 });
  fc.assert(
    fc.property(rhythms, moments, acts, begun, (rhythm, now, said, minutes) => {
      const series = played(rhythm, now, said);
      const next = nextDate(series, now);
      const lastStartedAt = new Date(next.at.getTime() + minutes * 60_000);
      if (lastStartedAt < now) return;
      const before = taking(datesAhead(series, lastStartedAt));
      const after = taking(datesAhead({ ...series, lastStartedAt }, lastStartedAt));
      expect(before[0]).toEqual(next.at);
      expect(after.slice(0, before.length - 1)).toEqual(before.slice(1));
    }),
  );
});

test('[ME26] a date stays itself when the hour of the series changes, and goes with its day of the week', () => {
  const rhythm = { weekday: 7, startsAt: 150, timeZone: 'Europe/Berlin' };
  const now = new Date('2026-03-27T12:00:00Z');
  // The night in which the hour from two to three is skipped.
  const [first] = datesAhead(plain(rhythm), now);
  expect(first).toMatchObject({ day: '2026-03-29', plannedAt: new Date('2026-03-29T01:30:00Z') });
  expect(momentOn('2026-10-25', 150, 'Europe/Berlin')).toEqual(new Date('2026-10-25T00:30:00Z'));
  const off = {
    day: '2026-03-29',
    kind: 'CALLED_OFF' as const,
    movedTo: null,
    reason: '',
    byId: 'x',
    at: now,
    number: 1,
  };
  const at = (startsAt: number, weekday: number) =>
    nextDate({ rhythm: { ...rhythm, startsAt, weekday }, changes: [off], lastStartedAt: null }, now).day;
  expect(at(150, 7)).toBe('2026-04-05');
  expect(at(600, 7)).toBe('2026-04-05');
  expect(at(600, 6)).toBe('2026-03-28');
});

test('[ME26] a date is not moved into the past, beyond another one, nor to where a meeting was just held', () => {
  const rhythm = { weekday: 2, startsAt: 570, timeZone: 'Asia/Shanghai' };
  const now = new Date('2026-06-01T01:30:00Z');
  const series = plain(rhythm);
  const problem = (text: string, of: Dated = series) => moveProblem(of, '2026-06-02', new Date(text), now);
  expect(problem('2026-06-03T01:30:00Z')).toBeNull();
  expect(problem('2026-06-01T01:30:00Z')).toBe('meetingDatePast');
  expect(problem('2026-06-08T13:30:00Z')).toBeNull();
  expect(problem('2026-06-08T13:31:00Z')).toBe('meetingDateTooClose');
  expect(problem('2026-06-16T01:30:00Z')).toBe('meetingDateTooClose');
  expect(problem('2026-06-01T09:00:00Z', { ...series, lastStartedAt: now })).toBe('meetingDateTooClose');
});

test('[NT20] a moment is of a date ahead when one of the dates is at just that time, and not once that is called off or moved', () => {
  fc.assert(
    fc.property(
      rhythms,
      moments,
      fc.integer({ min: 0, max: DATES_AHEAD - 1 }),
      fc.boolean(),
      (rhythm, now, n, isMoved) => {
        const series = plain(rhythm);
        const { day, plannedAt } = datesAhead(series, now)[n]!;
        expect(isDateAhead(series, plannedAt, now)).toBe(true);
        expect(isDateAhead(series, new Date(plannedAt.getTime() + 60_000), now)).toBe(false);
        const movedTo = isMoved ? new Date(plannedAt.getTime() + 5 * HOUR) : null;
        const kind = isMoved ? ('MOVED' as const) : ('CALLED_OFF' as const);
        const changed = { ...series, changes: [{ day, kind, movedTo, reason: null, byId: 'x', at: now, number: 1 }] };
        expect(isDateAhead(changed, plannedAt, now)).toBe(false);
        if (movedTo !== null) expect(isDateAhead(changed, movedTo, now)).toBe(true);
      },
    ),
  );
});
