import { compileChoice } from '@redress/api/import/choice';
import { compileDateFormat } from '@redress/api/import/date-format';
import { compileMoment } from '@redress/api/import/moment';
import { Progress } from '@redress/api/import/progress';
import { SeenReferences } from '@redress/api/import/seen-references';
import { compileTemplate, renderFirst } from '@redress/api/import/template';
import { describe, expect, test } from 'vitest';

const iso = (format: string, zone: string, text: string) => compileDateFormat(format, zone).parse(text)?.toISOString();

describe('dates', () => {
  test.each([
    ['MM/dd/yyyy', 'America/New_York', '11/13/2014', '2014-11-13T17:00:00.000Z'],
    ['MM/dd/yyyy', 'America/New_York', '07/04/2014', '2014-07-04T16:00:00.000Z'],
    ['yyyy年M月d日 HH:mm', 'Asia/Shanghai', '2026年3月2日 08:15', '2026-03-02T00:15:00.000Z'],
    ['d.M.yyyy H:mm:ss', 'Europe/Berlin', '1.2.2026 7:05:09', '2026-02-01T06:05:09.000Z'],
    ['MM/dd/yyyy h:mm a', 'UTC', '01/02/2026 12:30 AM', '2026-01-02T00:30:00.000Z'],
    ['MM/dd/yyyy h:mm a', 'UTC', '01/02/2026 12:30 pm', '2026-01-02T12:30:00.000Z'],
    ['yyyy-MM-ddTHH:mm:ss.SSSXXX', 'Asia/Shanghai', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
    ['yyyy-MM-ddTHH:mm:ssXXX', 'Asia/Shanghai', '2026-01-02T03:04:05-07:30', '2026-01-02T10:34:05.000Z'],
    ['yyyyMMdd', 'UTC', '20240229', '2024-02-29T12:00:00.000Z'],
  ])('[IM9] %s in %s: %s', (format, zone, text, moment) => {
    expect(iso(format, zone, text)).toBe(moment);
  });

  test('[IM9] the hour that comes twice means the first, the one that does not come goes on from before', () => {
    expect(iso('yyyy-MM-dd HH:mm', 'America/New_York', '2014-11-02 01:30')).toBe('2014-11-02T05:30:00.000Z');
    expect(iso('yyyy-MM-dd HH:mm', 'America/New_York', '2014-03-09 02:30')).toBe('2014-03-09T07:30:00.000Z');
    expect(iso('yyyy-MM-dd HH:mm', 'America/New_York', '2014-03-09 03:30')).toBe('2014-03-09T07:30:00.000Z');
  });

  test.each([
    ['02/30/2014', 'is no day of the calendar'],
    ['02/29/2015', 'is no day of the calendar'],
    ['13/01/2014', 'is no day of the calendar'],
    ['00/10/2014', 'is no day of the calendar'],
    ['01/10/0014', 'is too long ago'],
  ])('[IM9] %s can not be', (text, why) => {
    expect(() => compileDateFormat('MM/dd/yyyy', 'UTC').parse(text)).toThrow(why);
  });

  test('[IM9] no time of day goes beyond its clock', () => {
    expect(() => compileDateFormat('MM/dd/yyyy HH:mm', 'UTC').parse('01/10/2014 24:00')).toThrow('is no time of day');
    expect(() => compileDateFormat('MM/dd/yyyy hh:mm a', 'UTC').parse('01/10/2014 13:00 pm')).toThrow(
      'is no time of day',
    );
  });

  test('[IM9] today is not the future, although its noon may be; tomorrow is', () => {
    const read = compileMoment(['yyyy-MM-dd', 'yyyy-MM-dd HH:mm'], 'UTC');
    const now = new Date('2026-03-02T09:00:00Z');
    expect(read('receivedAt', '2026-03-02', now)).toEqual(now);
    expect(read('receivedAt', '2026-03-01', now)).toEqual(new Date('2026-03-01T12:00:00Z'));
    expect(() => read('receivedAt', '2026-03-03', now)).toThrow('lies in the future');
    expect(() => read('receivedAt', '2026-03-02 09:01', now)).toThrow('lies in the future');
    expect(() => read('receivedAt', 'soon', now)).toThrow('which is not written as yyyy-MM-dd or yyyy-MM-dd HH:mm');
  });

  test.each([
    ['MM/yyyy', 'has no day'],
    ['DD/MM/YYYY', 'is no date format'],
    ['MM/dd/yyyy hh:mm', 'needs both h and a'],
  ])('[IM1] the format %s is refused', (format, why) => {
    expect(() => compileDateFormat(format, 'UTC')).toThrow(why);
  });
});

describe('texts made of columns', () => {
  const cells: Record<string, string> = { Issue: 'Late fee', 'Sub-issue': '', State: 'CA' };
  const render = (...templates: string[]) =>
    renderFirst(templates.map(compileTemplate), (column) => cells[column] ?? '');

  test.each([
    ['{Issue}[ — {Sub-issue}]', 'Late fee'],
    ['{Issue}[ in {State}]', 'Late fee in CA'],
    ['\\[{Issue}\\] \\{x\\}', '[Late fee] {x}'],
    ['{Sub-issue} of {Issue}', null],
  ])('[IM1] %s', (template, text) => {
    expect(render(template)).toBe(text);
  });

  test('[IM1] the first template that has all it needs counts', () => {
    expect(render('{Sub-issue}', '{Issue}', '{State}')).toBe('Late fee');
  });

  test.each(['{Issue', 'Issue}', '{}', '[a[b]]', '[a', 'a]'])('[IM1] %s is refused', (template) => {
    expect(() => compileTemplate(template)).toThrow(`"${template}"`);
  });
});

test('[IM1] words mean values, whatever their case and width; the first that says something counts', () => {
  const choice = compileChoice<'A' | 'B' | 'C'>([
    { column: 'first', values: { Yes: 'A', No: null } },
    { column: 'second', values: { Ｏne: 'B' }, otherwise: 'C' },
  ]);
  const choose = (first: string, second: string) => choice.choose((column) => (column === 'first' ? first : second));
  expect([choose('yes', ''), choose('NO', 'one'), choose('', 'two'), choose('', '')]).toEqual(['A', 'B', 'C', null]);
  expect(() => choose('maybe', 'one')).toThrow('first is "maybe", which the mapping does not know');
  expect(choice.outcomes).toEqual(['A', 'B', 'C']);
});

test('[IM5] references are told apart, however many', () => {
  const seen = new SeenReferences();
  const names = Array.from({ length: 20_000 }, (_, n) => `reference ${n}`);
  expect(names.every((name, n) => seen.add(name, n + 2) === null)).toBe(true);
  expect(names.every((name, n) => seen.add(name, 99_999) === n + 2)).toBe(true);
});

describe('progress', () => {
  const tally = { read: 2_500, added: 2_000, known: 490, rejected: 10 };
  const shown = (isTTY: boolean, ...at: number[]) => {
    let time = 0;
    let text = '';
    const progress = new Progress({ isTTY, columns: 100, write: (part) => (text += part) }, 1_000, () => time);
    for (time of at) progress.update(250, tally);
    progress.end();
    return text;
  };

  test('[IM10] on a terminal it is one bar with rate and time left', () => {
    expect(shown(true, 5_000)).toBe(
      '\r\u001B[2K██████░░░░░░░░░░░░░░░░░░  25 %  2,500 rows  500 rows/s  0:15 left  10 rejected\r\u001B[2K',
    );
  });

  test('[IM10] elsewhere it is a line every few seconds', () => {
    expect(shown(false, 1_000, 4_999, 5_000, 6_000, 10_000)).toBe(
      '25 %  2,500 rows  500 rows/s  0:15 left  10 rejected\n25 %  2,500 rows  250 rows/s  0:30 left  10 rejected\n',
    );
  });
});
