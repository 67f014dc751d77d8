import { erasureBar, monthsLater, retentionCutoff } from '@redress/domain/rules/retention';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const at = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('months', () => {
  test('[PD19] a month without the day ends with its last one', () => {
    expect(monthsLater(new Date('2026-01-31T08:00:00Z'), 1)).toEqual(new Date('2026-02-28T08:00:00Z'));
    expect(monthsLater(new Date('2028-03-31T08:00:00Z'), -1)).toEqual(new Date('2028-02-29T08:00:00Z'));
    expect(monthsLater(new Date('2026-11-30T08:00:00Z'), 14)).toEqual(new Date('2028-01-30T08:00:00Z'));
  });

  test('[PD19] later is never earlier, and names the month that was meant', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 600 }), (from, count) => {
        const later = monthsLater(from, count);
        const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(months(later)).toBe(months(from) + count);
        expect(later.getTime()).toBeGreaterThanOrEqual(from.getTime());
      }),
    );
  });
});

describe('what stands against erasing', () => {
  const policy = { months: 12, legalMonths: 36 };
  const closed = (number: string, closedAt: string | null, consequences: string[] = []) => ({
    number,
    closedAt: closedAt === null ? null : new Date(closedAt),
    consequences,
  });
  const now = new Date('2028-06-01T00:00:00Z');

  test('[PD11] an open complaint, before everything else', () => {
    const complaints = [closed('A', null), closed('B', '2028-01-01T00:00:00Z', ['LEGAL'])];
    expect(erasureBar(complaints, policy, now)).toEqual({ because: 'OPEN', numbers: ['A'] });
  });

  test('[PD11] of those that may come to court, the one that is kept the longest', () => {
    const complaints = [
      closed('A', '2025-07-01T00:00:00Z', ['LEGAL']),
      closed('B', '2027-01-01T00:00:00Z', ['LEGAL', 'PRESS']),
      closed('C', '2028-05-01T00:00:00Z', ['PRESS']),
    ];
    const until = new Date('2030-01-01T00:00:00Z');
    expect(erasureBar(complaints, policy, now)).toEqual({ because: 'LEGAL', number: 'B', until });
    expect(erasureBar(complaints, policy, until)).toBeNull();
    expect(erasureBar(complaints, { ...policy, legalMonths: 0 }, now)).toBeNull();
  });

  test('[PD19] without a term nobody is due', () => {
    expect(retentionCutoff({ months: 0, legalMonths: 0 }, now)).toBeNull();
    expect(retentionCutoff(policy, now)).toEqual(new Date('2027-06-01T00:00:00Z'));
  });
});
