import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALENDAR_SHAPE } from '@redress/domain/rules/calendar';
import { closingDaysOf } from '@redress/domain/rules/icalendar';
import type { IcalendarResult } from '@redress/domain/rules/icalendar';
import { daysOfRule } from '@redress/domain/rules/recurrence';

const WINDOW = { from: '2026-01-01', to: '2028-12-31' };

/** An iCalendar text with these events, each given as its lines. */
function calendar(...events: string[][]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** A whole-day event that begins on this day ('20260101'). */
const event = (day: string, ...lines: string[]) => ['UID:1', `DTSTART;VALUE=DATE:${day}`, 'SUMMARY:Closed', ...lines];

function accepted(result: IcalendarResult) {
  if (!result.ok) throw new Error(result.problem);
  return result;
}

const read = (text: string, window = WINDOW) => accepted(closingDaysOf(text, window));
const daysOf = (...events: string[][]) => read(calendar(...events)).days.map(({ day }) => day);
const skippedOf = (...events: string[][]) => read(calendar(...events)).skipped;

function problemOf(text: string, window = WINDOW): string {
  const result = closingDaysOf(text, window);
  return result.ok ? 'none' : result.problem;
}

describe('whole-day events', () => {
  test('[CAL16] become closing days with their name, in order, each day once', () => {
    const text = calendar(
      ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas\\, closed\\n all day'],
      ['DTSTART;VALUE=DATE:20260217', 'DTEND;VALUE=DATE:20260220', 'SUMMARY;LANGUAGE=zh:春节'],
      ['DTSTART;VALUE=DATE:20260219', 'SUMMARY:Inventory'],
      ['DTSTART;VALUE=DATE:20260301'],
    );
    const { days, skipped } = read(text);
    expect(days).toEqual([
      { day: '2026-02-17', spans: [], name: '春节' },
      { day: '2026-02-18', spans: [], name: '春节' },
      { day: '2026-02-19', spans: [], name: '春节' },
      { day: '2026-03-01', spans: [], name: 'iCalendar' },
      { day: '2026-12-25', spans: [], name: 'Christmas, closed all day' },
    ]);
    expect(skipped).toEqual([]);
    expect(CALENDAR_SHAPE.safeParse({ days }).error!.issues.some(({ path }) => path[0] === 'days')).toBe(false);
  });

  test.each([
    ['DTEND;VALUE=DATE:20260103', ['2026-01-01', '2026-01-02']],
    ['DURATION:P3D', ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['DURATION:P1W', Array.from({ length: 7 }, (_, i) => `2026-01-0${i + 1}`)],
    ['DTEND;VALUE=DATE:20260101', ['2026-01-01']],
    ['DTEND;VALUE=DATE:20251231', ['2026-01-01']],
    ['DTEND:20260102', ['2026-01-01']],
    ['CLASS:PUBLIC', ['2026-01-01']],
  ])('[CAL16] with %s last so many days', (line, days) => {
    expect(daysOf(event('20260101', line))).toEqual(days);
  });

  test('[CAL16] are cut at the window, and what lies outside is counted', () => {
    const window = { from: '2026-01-02', to: '2026-01-03' };
    const text = calendar(event('20251230', 'DURATION:P30D'), event('20260104'), event('20250101'));
    const { days, skipped } = read(text, window);
    expect(days.map(({ day }) => day)).toEqual(['2026-01-02', '2026-01-03']);
    expect(skipped).toEqual([{ reason: 'OUTSIDE_WINDOW', count: 2 }]);
  });

  test('[CAL16] that are timed, cancelled or not to be read are counted with the reason', () => {
    const skipped = skippedOf(
      ['DTSTART:20260101T090000Z', 'DTEND:20260101T100000Z', 'RRULE:FREQ=SECONDLY'],
      ['DTSTART;TZID=Europe/Berlin:20260101T090000'],
      event('20260101', 'STATUS:CANCELLED'),
      ['SUMMARY:never begins'],
      event('20260230'),
      event('2026'),
      event('20260101', 'DTEND;VALUE=DATE:tomorrow'),
      event('20260101', 'DURATION:for ever'),
      event('20260101', 'RRULE:hello'),
      event('20260101', 'RRULE:FREQ=YEARLY;RSCALE=CHINESE'),
      event('20260101', 'RRULE:FREQ=DAILY;INTERVAL=999999999'),
    );
    expect(skipped).toEqual([
      { reason: 'TIMED', count: 2 },
      { reason: 'CANCELLED', count: 1 },
      { reason: 'MALFORMED', count: 8 },
    ]);
  });
});

describe('recurring whole-day events', () => {
  test.each<[string, string, string[]]>([
    ['20240501', 'FREQ=YEARLY', ['2026-05-01', '2027-05-01', '2028-05-01']],
    ['20000229', 'FREQ=YEARLY', ['2028-02-29']],
    ['20241128', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', ['2026-11-26', '2027-11-25', '2028-11-23']],
    ['20200131', 'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260228', ['2026-01-31', '2026-02-28']],
    ['20251201', 'FREQ=MONTHLY;INTERVAL=12', ['2026-12-01', '2027-12-01', '2028-12-01']],
    ['20251227', 'FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20260104T225959Z', ['2026-01-03', '2026-01-04']],
    ['20251222', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3', ['2026-01-05', '2026-01-19']],
    ['19900101', 'FREQ=DAILY;INTERVAL=730', ['2027-12-23']],
    ['20251230', 'FREQ=DAILY;COUNT=4', ['2026-01-01', '2026-01-02']],
    ['20260101', 'FREQ=DAILY;COUNT=2;BYHOUR=0,1,2;BYMINUTE=0,30', ['2026-01-01', '2026-01-02']],
    ['20260101', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['2026-01-01']],
    ['20260101', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', ['2026-01-01']],
  ])('[CAL16] from %s on, %s', (start, rule, days) => {
    expect(daysOf(event(start, `RRULE:${rule}`))).toEqual(days);
  });

  test('[CAL16] keep to the week that the rule begins with', () => {
    const rule = (wkst: string) => event('20251230', `RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=${wkst}`);
    expect(daysOf(rule('MO'))).toEqual(['2026-01-04', '2026-01-13', '2026-01-18']);
    expect(daysOf(rule('SU'))).toEqual(['2026-01-11', '2026-01-13', '2026-01-25']);
  });

  test('[CAL16] give the same days of a window, however long ago they began', () => {
    const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 });
    const rule = fc.record(
      {
        freq: fc.constantFrom('DAILY', 'WEEKLY'),
        interval: fc.integer({ min: 1, max: 9 }),
        byday: weekdays,
        bymonth: fc.subarray([1, 2, 6, 12], { minLength: 1 }),
        wkst: fc.integer({ min: 1, max: 7 }),
      },
      { requiredKeys: ['freq', 'interval'] },
    );
    fc.assert(
      fc.property(rule, fc.nat(40_000), fc.nat(900), fc.nat(300), (parts, start, wait, length) => {
        const [from, to] = [start + wait, start + wait + length];
        const whole = daysOfRule(parts, start, start, to);
        expect(whole.ok).toBe(true);
        const expected = whole.ok ? whole.days.filter((day) => day >= from) : [];
        expect(daysOfRule(parts, start, from, to)).toEqual({ ok: true, days: expected });
      }),
    );
  });

  test('[CAL16] lose the days that are left out, and have those that are added', () => {
    const lines = [
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE;VALUE=DATE:20260102,20260103',
      'EXDATE:20260104T000000Z',
      'RDATE;VALUE=DATE:20260201',
    ];
    expect(daysOf(event('20260101', ...lines))).toEqual(['2026-01-01', '2026-02-01']);
  });

  test('[CAL16] are moved or cancelled once by an event of their own', () => {
    const yearly = event('20260101', 'RRULE:FREQ=YEARLY');
    const moved = ['UID:1', 'RECURRENCE-ID;VALUE=DATE:20270101', 'DTSTART;VALUE=DATE:20270104', 'SUMMARY:Later'];
    const cancelled = event('20280101', 'RECURRENCE-ID;VALUE=DATE:20280101', 'STATUS:CANCELLED');
    expect(daysOf(yearly, moved, cancelled)).toEqual(['2026-01-01', '2027-01-04']);
  });

  test('[CAL16] of several days reach into the window', () => {
    const text = calendar(event('20241230', 'DTEND;VALUE=DATE:20250103', 'RRULE:FREQ=YEARLY'));
    const { days } = read(text, { from: '2026-01-01', to: '2026-06-30' });
    expect(days.map(({ day }) => day)).toEqual(['2026-01-01', '2026-01-02']);
  });

  test('[CAL16] that never end stop at the end of the window', () => {
    expect(daysOf(event('20260101', 'RRULE:FREQ=DAILY')).length).toBe(1_096);
  });
});

describe('what is refused as a whole', () => {
  test.each([
    ['', 'nothing'],
    ['hello', 'a word'],
    ['<html>\n<body>', 'a page'],
    ['BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nEND:VCARD', 'a card'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'a text that breaks off'],
    ['\0'.repeat(100), 'noise'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=SOMETIMES\r\nEND:VEVENT\r\nEND:VCALENDAR', 'a rule that is none'],
  ])('[CAL17] %j is no calendar: %s', (text) => {
    expect(problemOf(text)).toBe('notICalendar');
  });

  test('[CAL17] a text of more than 512 kB is refused before it is read, by its bytes', () => {
    expect(problemOf('A'.repeat(524_289))).toBe('icalendarTooLarge');
    expect(problemOf('投'.repeat(200_000))).toBe('icalendarTooLarge');
    expect(problemOf(calendar(event('20260101', `X-NOTE:${'A'.repeat(500_000)}`)))).toBe('none');
    expect(problemOf('A'.repeat(50_000_000))).toBe('icalendarTooLarge');
  });

  test('[CAL17] more than two thousand days are no closing days', () => {
    const daily = event('20260101', 'RRULE:FREQ=DAILY');
    expect(problemOf(calendar(daily, daily))).toBe('icalendarTooManyDays');
    const added = Array.from({ length: 2_001 }, (_, i) => `2026${String(1 + (i % 12)).padStart(2, '0')}01`);
    expect(problemOf(calendar(event('20260101', `RDATE;VALUE=DATE:${added.join()}`)))).toBe('none');
    const long = event('20260101', 'DURATION:P1000D', `RDATE;VALUE=DATE:${added.join()}`);
    expect(problemOf(calendar(long))).toBe('icalendarTooManyDays');
  });

  test('[CAL17] more than a hundred rules are refused, unless their events are timed', () => {
    const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);
    expect(problemOf(calendar(...times(101, event('20260101', 'RRULE:FREQ=YEARLY'))))).toBe('icalendarTooManyRules');
    const timed = ['DTSTART:20260101T090000Z', 'RRULE:FREQ=WEEKLY'];
    expect(skippedOf(...times(101, timed))).toEqual([{ reason: 'TIMED', count: 101 }]);
  });

  test.each(['SECONDLY', 'MINUTELY', 'HOURLY'])('[CAL17] a whole-day event can’t recur %s', (freq) => {
    expect(problemOf(calendar(event('20260101', `RRULE:FREQ=${freq};COUNT=2`)))).toBe('icalendarRuleTooFine');
  });

  test('[CAL17] a window has to end after it begins, within three years', () => {
    const text = calendar(event('20260101'));
    expect(problemOf(text, { from: '2026-01-02', to: '2026-01-01' })).toBe('windowEndsBeforeItBegins');
    expect(problemOf(text, { from: 'today', to: 'tomorrow' })).toBe('windowEndsBeforeItBegins');
    expect(problemOf(text, { from: '2026-01-01', to: '2029-01-03' })).toBe('windowTooLong');
    expect(problemOf(text, { from: '2026-01-01', to: '2026-01-01' })).toBe('none');
  });
});

describe('hostile texts', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1).join();

  test.each([
    `FREQ=DAILY;COUNT=999999999;BYMONTHDAY=30;BYMONTH=2`,
    `FREQ=DAILY;BYHOUR=${upTo(23)};BYMINUTE=${upTo(59)};BYSECOND=${upTo(59)};BYMONTH=2;BYMONTHDAY=30`,
    `FREQ=YEARLY;BYYEARDAY=${upTo(366)};BYSETPOS=${upTo(366)}`,
    `FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO`,
    `FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11;BYDAY=5MO`,
    `FREQ=DAILY;BYMONTHDAY=${upTo(31)};BYDAY=MO,TU,WE,TH,FR;BYMONTH=${upTo(12)};BYSETPOS=366`,
  ])('[CAL18] again and again %s is answered', (rule) => {
    const text = calendar(...Array.from({ length: 25 }, () => event('19000101', `RRULE:${rule}`)));
    expect(closingDaysOf(text, WINDOW)).toHaveProperty('ok');
  });

  test('[CAL18] any text has an answer', () => {
    const line = fc.oneof(
      fc.constantFrom('BEGIN:VCALENDAR', 'END:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'UID:1', 'STATUS:CANCELLED'),
      fc
        .tuple(
          fc.constantFrom('DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'DURATION', 'SUMMARY', 'RRULE'),
          fc.constantFrom('', ';VALUE=DATE', ';VALUE=PERIOD', ';TZID="x', ';VALUE=TEXT', ';='),
          fc.oneof(
            fc.constantFrom('20260101', '00000000', '99991231', '20260101T000000Z', 'P1D', 'P99999W', '-P1D', ',', ''),
            fc.constantFrom(
              'FREQ=DAILY',
              'FREQ=WEEKLY;BYDAY=9MO',
              'FREQ=YEARLY;COUNT=-1',
              'FREQ=',
              'UNTIL=x;FREQ=DAILY',
            ),
            fc.string({ maxLength: 20 }),
          ),
        )
        .map(([name, parameter, value]) => `${name}${parameter}:${value}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, whole) => {
        const result = closingDaysOf(whole ? calendar(lines) : lines.join('\n'), WINDOW);
        if (result.ok) for (const { day } of result.days) expect(day >= WINDOW.from && day <= WINDOW.to).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
