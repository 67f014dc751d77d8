import { monthsOf, runsOf } from '@redress/board/features/settings/year-days';
import { expect, test } from 'vitest';

const off = (day: string, nameZh = '国庆节') => ({
  day,
  kind: 'PUBLIC_HOLIDAY' as const,
  nameZh,
  nameEn: 'National Day',
  spans: [],
});

test('[PO22] a year has every day once, each as it looks', () => {
  const makeUp = { ...off('2026-10-10'), kind: 'MAKE_UP' as const, spans: [{ from: '09:00', to: '18:00' }] };
  const months = monthsOf(2026, [off('2026-10-01'), makeUp], [1, 2, 3, 4, 5]);
  expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  const october = months[9]!;
  // 1 October 2026 is a Thursday.
  expect(october.before).toBe(3);
  const looks = Object.fromEntries(october.days.map(({ day, look }) => [day.slice(8), look]));
  expect(looks).toMatchObject({
    '01': 'holiday',
    '02': 'open',
    '03': 'closed',
    '09': 'open',
    '10': 'makeUp',
    '11': 'closed',
  });
  expect(monthsOf(2024, [], [])[1]!.days).toHaveLength(29);
});

test('[PO22] days of one holiday that follow each other are one line', () => {
  const days = [
    off('2026-10-01'),
    off('2026-10-02'),
    off('2026-10-03'),
    off('2026-10-05'),
    off('2026-10-06', '中秋节'),
  ];
  expect(runsOf(days).map(({ day, last, count }) => [day, last, count])).toEqual([
    ['2026-10-01', '2026-10-03', 3],
    ['2026-10-05', '2026-10-05', 1],
    ['2026-10-06', '2026-10-06', 1],
  ]);
});
