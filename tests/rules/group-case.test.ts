import { groupStandardOf, leavesStandard } from '@redress/domain/rules/group-case';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('[GC4] an amount leaves the standard when it is another one, and only where a standard was agreed', () => {
  const amount = fc.option(fc.bigInt(0n, 10n ** 10n));
  fc.assert(
    fc.property(amount, amount, fc.boolean(), fc.boolean(), (amountMinor, standardMinor, isGroup, inGroup) => {
      const group = inGroup ? { standardMinor, currency: 'CNY' } : null;
      const standard = groupStandardOf({ complaint: { isGroup }, group });
      expect(standard === null).toBe(isGroup || !inGroup || standardMinor === null);
      expect(leavesStandard(amountMinor, standard)).toBe(
        standard !== null && amountMinor !== null && amountMinor !== standardMinor,
      );
    }),
  );
});
