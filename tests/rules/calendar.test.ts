import { describe, expect, test } from 'vitest';
import { CALENDAR_SHAPE, dayKind, hoursOf } from '@redress/domain/rules/calendar';
import type { CalendarPolicy } from '@redress/domain/rules/calendar';
import { holidaysKnownThrough, isHolidayPlace } from '@redress/domain/rules/holidays';
import { addOpenTime, openTimeBetween } from '@redress/domain/rules/hours';
import type { SpanText } from '@redress/domain/rules/span-text';

const HOUR = 3_600_000;
const OFFICE: SpanText[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Office hours from Monday to Friday in China, with what a test says otherwise. */
function calendar(other: Partial<CalendarPolicy> = {}): CalendarPolicy {
  const week = { '1': OFFICE, '2': OFFICE, '3': OFFICE, '4': OFFICE, '5': OFFICE, '6': [], '7': [] };
  return {
    nameZh: '标准工时',
    nameEn: 'Office hours',
    timeZone: 'Asia/Shanghai',
    week,
    holidays: null,
    makeUp: null,
    days: [],
    ...other,
  };
}

/** What the shape has against a value: where, and the key of the sentence that says so. */
function issues(value: unknown): string[] {
  const { error } = CALENDAR_SHAPE.safeParse(value);
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

const onMonday = (spans: SpanText[]) => calendar({ week: { ...calendar().week, '1': spans } });
const spansOn = (policy: CalendarPolicy, day: string) => hoursOf(null, policy).spansOn(day);
const kindOn = (policy: CalendarPolicy, day: string) => dayKind(policy, day).kind;

describe('the value of a calendar', () => {
  test('[CAL8] is taken as it was given, names trimmed', () => {
    const value = calendar({
      holidays: 'DE-BY',
      makeUp: [{ from: '00:00', to: '24:00' }],
      days: [{ day: '2028-02-29', spans: [], name: 'Moving' }],
    });
    expect(CALENDAR_SHAPE.parse({ ...value, nameEn: ' Office hours ' })).toEqual(value);
  });

  test.each<[string, unknown, string[]]>([
    ['spans that overlap', onMonday([OFFICE[0]!, { from: '11:59', to: '13:00' }]), ['week.1.1.from: spansOverlap']],
    ['spans out of order', onMonday([OFFICE[1]!, OFFICE[0]!]), ['week.1.1.from: spansNotInOrder']],
    ['an empty span', onMonday([{ from: '09:00', to: '09:00' }]), ['week.1.0.to: spanEndsBeforeItBegins']],
    ['a span over midnight', onMonday([{ from: '22:00', to: '06:00' }]), ['week.1.0.to: spanEndsBeforeItBegins']],
    ['a time that is none', onMonday([{ from: '9:00', to: '25:00' }]), ['from', 'to']],
    [
      'more spans than a day has use for',
      onMonday(
        Array.from({ length: 13 }, (_, i) => ({
          from: `${10 + (i >> 1)}:${i % 2}0`,
          to: `${10 + (i >> 1)}:${i % 2}5`,
        })),
      ),
      ['week.1: tooManySpans'],
    ],
    ['an unknown zone', calendar({ timeZone: 'Europe/Atlantis' }), ['timeZone: unknownTimeZone']],
    ['an offset for a zone', calendar({ timeZone: '+08:00' }), ['timeZone: unknownTimeZone']],
    ['holidays of nowhere', calendar({ holidays: 'DE-XX' }), ['holidays: unknownHolidays']],
    ['a blank name', calendar({ nameZh: ' ' }), ['nameZh: required']],
    ['a name that can’t be stored', calendar({ nameEn: 'a\0b' }), ['nameEn: invalid']],
    ['a day that is none', calendar({ days: [{ day: '2026-02-29', spans: [], name: 'x' }] }), ['malformedDay']],
    ['anything else', { ...calendar(), colour: 'blue' }, [': invalid']],
    ['nothing', null, [': invalid']],
    ['a week without Sunday', calendar({ week: { '1': OFFICE } as never }), ['week.7: invalid']],
  ])('[CAL8] with %s is refused there', (_what, value, wrong) => {
    const found = issues(value);
    expect(found.length).toBeGreaterThan(0);
    for (const issue of wrong) expect(found.some((one) => one.includes(issue))).toBe(true);
  });

  test('[CAL8] names an own day once, and two thousand at most', () => {
    const day = { day: '2026-01-01', spans: [], name: 'Inventory' };
    expect(issues(calendar({ days: [day, day] }))).toEqual(['days.1.day: dayTwice']);
    expect(issues(calendar({ days: Array.from({ length: 2_001 }, () => day) }))).toContain('days: tooManyDays');
  });

  test('[CAL9] without a weekday that opens is refused at the week, whatever days open besides', () => {
    const week = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] };
    const days = [{ day: '2026-01-01', spans: OFFICE, name: 'Sale' }];
    expect(issues(calendar({ week, days }))).toEqual(['week: noOpenTime']);
  });

  test('[CAL9] that opens again only after decades of its own closing days has an answer all the same', () => {
    const week = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [{ from: '09:00', to: '10:00' }] };
    const sunday = (i: number) => new Date(Date.UTC(2026, 0, 4 + 7 * i)).toISOString().slice(0, 10);
    const days = Array.from({ length: 1_500 }, (_, i) => ({ day: sunday(i), spans: [], name: 'Closed' }));
    const hours = hoursOf(null, CALENDAR_SHAPE.parse(calendar({ week, days })));
    const due = addOpenTime(hours, new Date('2026-01-01T00:00Z'), HOUR);
    expect(due).toEqual(new Date(`${sunday(1_500)}T10:00:00+08:00`));
  });
});

describe('why a day is as it is', () => {
  const china = calendar({ holidays: 'CN' });

  test('[CAL10] a weekday has its own hours, or none', () => {
    expect(dayKind(china, '2026-11-23')).toEqual({ kind: 'WEEKDAY', nameZh: null, nameEn: null });
    expect(dayKind(china, '2026-11-22')).toEqual({ kind: 'CLOSED', nameZh: null, nameEn: null });
    expect(spansOn(china, '2026-11-23')).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1_080 },
    ]);
    expect(spansOn(china, '2026-11-22')).toEqual([]);
  });

  test('[CAL11] a public holiday is free, on whichever weekday it falls', () => {
    expect(dayKind(china, '2026-02-17')).toEqual({
      kind: 'PUBLIC_HOLIDAY',
      nameZh: '春节',
      nameEn: 'Spring Festival',
    });
    const always = calendar({ holidays: 'CN', week: { ...china.week, '6': OFFICE } });
    expect(kindOn(always, '2026-10-03')).toBe('PUBLIC_HOLIDAY');
    expect(spansOn(always, '2026-10-03')).toEqual([]);
    expect(kindOn(calendar(), '2026-02-17')).toBe('WEEKDAY');
  });

  test('[CAL11] a weekend that is worked instead has the hours for it, else those of Monday', () => {
    expect(dayKind(china, '2026-10-10')).toEqual({ kind: 'MAKE_UP', nameZh: '国庆节', nameEn: 'National Day' });
    expect(spansOn(china, '2026-10-10')).toEqual(spansOn(china, '2026-11-23'));
    const short = calendar({ holidays: 'CN', makeUp: [{ from: '09:00', to: '12:00' }] });
    expect(spansOn(short, '2026-10-10')).toEqual([{ from: 540, to: 720 }]);
    expect(kindOn(calendar(), '2026-10-10')).toBe('CLOSED');
  });

  test.each([
    ['DE', '2026-12-25', 'PUBLIC_HOLIDAY'],
    ['DE', '2026-01-06', 'WEEKDAY'],
    ['DE-BY', '2026-01-06', 'PUBLIC_HOLIDAY'],
    ['US', '2026-11-26', 'PUBLIC_HOLIDAY'],
    // Independence Day falls on a Saturday: the Friday before is free.
    ['US', '2026-07-03', 'PUBLIC_HOLIDAY'],
    // Of the new year's list, though it lies in the old one.
    ['US', '2027-12-31', 'PUBLIC_HOLIDAY'],
    ['US', '2026-10-31', 'CLOSED'],
    // The third day of three.
    ['AE', '2026-05-29', 'PUBLIC_HOLIDAY'],
    ['HK', '2026-10-01', 'PUBLIC_HOLIDAY'],
  ])('[CAL11] in %s %s is a %s', (holidays, day, kind) => {
    expect(kindOn(calendar({ holidays }), day)).toBe(kind);
  });

  test('[CAL11] a holiday that begins at noon leaves the morning', () => {
    const faroe = calendar({ holidays: 'FO', timeZone: 'Atlantic/Faroe' });
    expect(spansOn(faroe, '2026-12-31')).toEqual([{ from: 540, to: 720 }]);
    expect(spansOn(faroe, '2026-12-25')).toEqual([]);
  });

  test('[CAL11] holidays of China are known through the last year that was announced, others for ever', () => {
    const last = holidaysKnownThrough('CN')!;
    expect(kindOn(china, `${last}-10-01`)).toBe('PUBLIC_HOLIDAY');
    expect(['WEEKDAY', 'CLOSED']).toContain(kindOn(china, `${last + 1}-10-01`));
    expect(holidaysKnownThrough('DE')).toBeNull();
  });

  test('[CAL11] places are a country, or a part of one', () => {
    expect(['CN', 'DE', 'DE-BY', 'DE-BY-A', 'HK', 'US-CA'].filter((place) => !isHolidayPlace(place))).toEqual([]);
    const none = [
      '',
      'cn',
      'CN-BJ',
      'XX',
      'DE-XX',
      'DE-BY-XX',
      'DE-BY-A-1',
      '__proto__',
      'constructor',
      'DE-constructor',
    ];
    expect(none.filter(isHolidayPlace)).toEqual([]);
  });

  test('[CAL12] an own day wins over weekday, holiday and weekend worked instead', () => {
    const own = calendar({
      holidays: 'CN',
      days: [
        { day: '2026-11-23', spans: [], name: '盘点' },
        { day: '2026-10-01', spans: [{ from: '10:00', to: '16:00' }], name: '假日值班' },
        { day: '2026-10-10', spans: [], name: '团建' },
      ],
    });
    expect(dayKind(own, '2026-11-23')).toEqual({ kind: 'OWN_DAY', nameZh: '盘点', nameEn: '盘点' });
    expect(spansOn(own, '2026-11-23')).toEqual([]);
    expect(spansOn(own, '2026-10-01')).toEqual([{ from: 600, to: 960 }]);
    expect(spansOn(own, '2026-10-10')).toEqual([]);
  });
});

describe('a deadline in a calendar', () => {
  test('[CAL11] over the golden week passes the holiday and counts the Saturday that is worked', () => {
    const hours = hoursOf(null, calendar({ holidays: 'CN' }));
    // Wednesday 30 September at 17:00; 1 to 7 October are free, Saturday the 10th is worked.
    const from = new Date('2026-09-30T17:00:00+08:00');
    expect(addOpenTime(hours, from, 8.5 * HOUR)).toEqual(new Date('2026-10-08T18:00:00+08:00'));
    expect(addOpenTime(hours, from, (1 + 7.5 * 3) * HOUR)).toEqual(new Date('2026-10-10T18:00:00+08:00'));
    expect(openTimeBetween(hours, from, new Date('2026-10-12T00:00:00+08:00'))).toBe((1 + 7.5 * 3) * HOUR);
  });

  test('[CAL10] is kept by the version’s id', () => {
    const first = hoursOf('version-1', calendar());
    expect(hoursOf('version-1', calendar())).toBe(first);
    expect(hoursOf('version-2', calendar())).not.toBe(first);
    expect(hoursOf(null, calendar())).not.toBe(hoursOf(null, calendar()));
  });
});
