import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursOf } from '@redress/domain/rules/calendar';
import { dayText } from '@redress/domain/rules/days';
import type { Hours } from '@redress/domain/rules/hours';
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import type { CalendarPolicy } from '@redress/domain/rules/calendar';
import { DEFAULT_REGULATOR, REGULATOR_SHAPE, endOfWorkingDays, statutoryDays } from '@redress/domain/rules/regulator';
import { REGULATOR_AGENCIES } from '@redress/domain/rules/vocabulary';

const NATIONAL: Hours = hoursOf(
  'national',
  DEFAULT_POLICIES.find(({ kind, key }) => kind === 'calendar' && key === 'NATIONAL')!.value as CalendarPolicy,
);
const due = (receivedAt: string, days: number) => endOfWorkingDays(NATIONAL, new Date(receivedAt), days).toISOString();

describe('statutory working days', () => {
  test('[RC2] the day of the letter is not counted, and the last day ends at midnight', () => {
    // Monday morning and Monday night in Shanghai are the same day.
    expect(due('2026-03-02T01:00:00Z', 1)).toBe('2026-03-03T16:00:00.000Z');
    expect(due('2026-03-02T15:59:59Z', 1)).toBe('2026-03-03T16:00:00.000Z');
    expect(due('2026-03-02T16:00:00Z', 1)).toBe('2026-03-04T16:00:00.000Z');
  });

  test('[RC2] weekends and public holidays are none, days that make up for them are', () => {
    // Friday, then five working days: the Friday after.
    expect(due('2026-03-06T01:00:00Z', 5)).toBe('2026-03-13T16:00:00.000Z');
    // National Day: 1 to 7 October are free; Saturday the 10th makes up for one of them.
    expect(due('2026-09-30T01:00:00Z', 1)).toBe('2026-10-08T16:00:00.000Z');
    expect(due('2026-09-30T01:00:00Z', 3)).toBe('2026-10-10T16:00:00.000Z');
  });

  test('[RC2] more days are never earlier, and it is always after the letter', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        (receivedAt, days) => {
          const [end, next] = [days, days + 1].map((count) => endOfWorkingDays(NATIONAL, receivedAt, count));
          expect(end!.getTime()).toBeGreaterThan(receivedAt.getTime());
          expect(next!.getTime()).toBeGreaterThan(end!.getTime());
          const last = dayText(Math.floor((end!.getTime() - 1 + 8 * 3_600_000) / 86_400_000));
          expect(NATIONAL.spansOn(last)).not.toEqual([]);
        },
      ),
    );
  });

  test('[RC2] hours that are never open, and none at all, still give an end', () => {
    const never: Hours = { id: 'never', timeZone: 'Asia/Shanghai', spansOn: () => [] };
    const receivedAt = new Date('2026-03-02T01:00:00Z');
    expect(endOfWorkingDays(never, receivedAt, 3).toISOString()).toBe('2026-03-05T01:00:00.000Z');
    expect(endOfWorkingDays(null, receivedAt, 3).toISOString()).toBe('2026-03-06T00:00:00.000Z');
  });

  test('[RC2] every agency has its own days, and an answer is never due before the case is taken on', () => {
    for (const agency of REGULATOR_AGENCIES) {
      const { accept, answer } = statutoryDays(DEFAULT_REGULATOR, agency);
      expect(answer).toBeGreaterThanOrEqual(accept);
    }
    const wrong = REGULATOR_SHAPE.safeParse({ ...DEFAULT_REGULATOR, answer12345: 1, accept12345: 2 });
    expect(wrong.error?.issues).toMatchObject([{ path: ['answer12345'], message: 'answerBeforeAccept' }]);
    expect(REGULATOR_SHAPE.safeParse({ ...DEFAULT_REGULATOR, answerOther: 0.5 }).success).toBe(false);
  });
});
