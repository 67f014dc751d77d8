import { mergedNames } from '@redress/board/features/fields/merged-names';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));

test('[DR3] of a list that two change at once, each one’s additions and removals count, and nothing else changes', () => {
  fc.assert(
    fc.property(names, names, names, (before, chosen, now) => {
      const merged = mergedNames(before, chosen, now);
      expect(new Set(merged).size).toBe(merged.length);
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        const [was, is] = [before.includes(id), chosen.includes(id)];
        expect(merged.includes(id)).toBe(was === is ? now.includes(id) : is);
      }
    }),
  );
});
