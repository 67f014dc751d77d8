import './first-texts.ts';
import { byWeight, headline, shortValue, valueText } from '@redress/board/features/audit/audit-words';
import { dayStart, exportAddress, validateAuditSearch } from '@redress/board/features/audit/audit-search';
import { auditMessages } from '@redress/board/i18n/messages/audit';
import { addMessages } from '@redress/board/i18n/catalogue';
import { translator } from '@redress/board/i18n/translate';
import { describe, expect, test } from 'vitest';

addMessages(auditMessages);
const words = { t: translator('en'), locale: 'en' } as const;

function change(field: string, from: string | null, to: string | null, subject = 'complaint') {
  return { subject, subjectName: null, field, from, to, withheld: false };
}

describe('an entry of the trail', () => {
  test('[AU11] says first what matters, and last what merely goes with it', () => {
    const changes = [
      change('version', '1', '2'),
      change('pendingHandoffId', null, '01a20131-948e-7da5-9ff6-dec2b3ca84d5'),
      change('state', 'OPEN', 'MET', 'deadline'),
      change('claimedById', null, 'Li'),
      change('stage', 'RECEIVED', 'CONFIRMED'),
    ];
    expect(headline(changes).map(({ field }) => field)).toEqual(['stage', 'claimedById']);
    expect(byWeight(changes)).toHaveLength(changes.length);
  });

  test('[AU11] reads as people speak, and shows a code that it does not know as it is', () => {
    expect(valueText(change('stage', null, null), 'CONFIRMED', words)).toBe('Confirmed');
    expect(valueText(change('severity', null, null), 'URGENT', words)).toBe('Urgent');
    expect(valueText(change('isBreached', null, null), 'true', words)).toBe('yes');
    expect(valueText(change('claimedAt', null, null), '2026-11-22T02:00:00.000Z', words)).toContain('2026');
    expect(valueText(change('stage', null, null), 'ARCHIVED', words)).toBe('ARCHIVED');
    expect(valueText(change('stage', null, null), null, words)).toBe('(none)');
    const id = '01a20131-948e-7da5-9ff6-dec2b3ca84d5';
    expect(shortValue(change('pendingHandoffId', null, null), id, words)).toBe('#ca84d5');
    expect(shortValue(change('stage', null, null), 'CONFIRMED', words)).toBe('Confirmed');
  });
});

describe('the filter in the address', () => {
  test('[AU11] keeps what it knows, and no day that is none', () => {
    expect(
      validateAuditSearch({ action: 'complaintMove', from: '2026-03-01', to: 'soon', via: '', colour: 'red' }),
    ).toEqual({
      action: 'complaintMove',
      from: '2026-03-01',
    });
  });

  test('[AU11] means the same to the page and to the copy: whole days, the last one included', () => {
    const address = new URL(
      exportAddress({ complaint: 'C-2026-000001', from: '2026-03-01', to: '2026-03-31' }, 'en'),
      'http://x',
    );
    expect(address.pathname).toBe('/export/audit.csv');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      complaint: 'C-2026-000001',
      from: dayStart('2026-03-01'),
      before: dayStart('2026-04-01'),
      lang: 'en',
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });
});
