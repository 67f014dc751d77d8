import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FILTER, matchesFilter } from '@redress/domain/rules/filter';
import type { Filter } from '@redress/domain/rules/filter';
import { MEMBERS, filteredFacts, filters } from './arbitraries.ts';

const viewer = fc.option(fc.constantFrom(...MEMBERS));
const CONDITIONS = Object.keys(NO_FILTER) as (keyof Filter)[];

/** The filter that has this one condition of another. */
const only = (filter: Filter, condition: keyof Filter): Filter => ({ ...NO_FILTER, [condition]: filter[condition] });

describe('filters', () => {
  test('[FI1] all conditions hold together: a filter is the meeting of its single conditions', () => {
    fc.assert(
      fc.property(filteredFacts, filters, viewer, (facts, filter, viewerId) => {
        const each = CONDITIONS.every((condition) => matchesFilter(facts, only(filter, condition), viewerId));
        expect(matchesFilter(facts, filter, viewerId)).toBe(each);
      }),
      { numRuns: 500 },
    );
  });

  test('[FI1] null is no condition: without any, everything matches', () => {
    fc.assert(fc.property(filteredFacts, viewer, (facts, viewerId) => matchesFilter(facts, NO_FILTER, viewerId)));
  });

  test('[FI1] an empty list is a condition that nothing meets', () => {
    fc.assert(
      fc.property(filteredFacts, (facts) => {
        for (const list of ['stages', 'severities', 'channels', 'departmentIds', 'categoryCodes'] as const) {
          expect(matchesFilter(facts, { ...NO_FILTER, [list]: [] }, null)).toBe(false);
        }
      }),
    );
  });

  test.each(['mine', 'unclaimed', 'breached', 'pendingHandoff'] as const)(
    '[FI1] %s: false is the complement of true',
    (condition) => {
      fc.assert(
        fc.property(filteredFacts, viewer, (facts, viewerId) => {
          const given = (value: boolean) => matchesFilter(facts, { ...NO_FILTER, [condition]: value }, viewerId);
          expect(given(false)).toBe(!given(true));
        }),
      );
    },
  );

  test('[FI1] a span of receipt includes its beginning and not its end', () => {
    fc.assert(
      fc.property(filteredFacts, (facts) => {
        const at = new Date(facts.receivedAt);
        expect(matchesFilter(facts, { ...NO_FILTER, receivedFrom: at }, null)).toBe(true);
        expect(matchesFilter(facts, { ...NO_FILTER, receivedBefore: at }, null)).toBe(false);
      }),
    );
  });

  test('[FI2] mine is what the viewer is assigned to or answers for, and nothing of those who are no member', () => {
    fc.assert(
      fc.property(filteredFacts, viewer, (facts, viewerId) => {
        const mine = matchesFilter(facts, { ...NO_FILTER, mine: true }, viewerId);
        expect(mine).toBe(viewerId !== null && [facts.assigneeId, facts.processOwnerId].includes(viewerId));
      }),
    );
  });

  test('[FI2] a category means everything below it too, and nothing that only begins alike', () => {
    const found = (wanted: string, categoryCode: string | null) =>
      fc.sample(filteredFacts, 1).every((facts) => {
        const filter = { ...NO_FILTER, categoryCodes: [wanted] };
        return matchesFilter({ ...facts, categoryCode }, filter, null);
      });
    expect(['delivery', 'delivery.late', 'delivery.late.twice'].every((code) => found('delivery', code))).toBe(true);
    expect(['deliveryman', 'quality', null].some((code) => found('delivery', code))).toBe(false);
    expect(found('delivery.late', 'delivery')).toBe(false);
  });
});
