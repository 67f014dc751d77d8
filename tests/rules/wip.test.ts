import { stageOption } from '@redress/domain/rules/stages';
import type { StageFacts } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { NO_WIP, exceeded } from '@redress/domain/rules/wip';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const count = fc.integer({ min: 0, max: 20 });
const policy = fc.record({
  column: count,
  department: count,
  departments: fc.array(fc.record({ code: fc.constantFrom('logistics', 'warehouse'), limit: count }), { maxLength: 1 }),
  enforced: fc.boolean(),
});
const facts: StageFacts = {
  stage: 'RECEIVED',
  hasCategory: true,
  hasSeverity: true,
  hasDepartment: true,
  isClaimed: true,
  factsConfirmed: true,
  firstContact: true,
  handoffPending: false,
  openDuties: 0,
  unmet: [],
};

describe('limits', () => {
  test('[WL2] there is room exactly while the count is below every limit that there is', () => {
    fc.assert(
      fc.property(policy, count, count, fc.constantFrom('logistics', 'finance', null), (given, column, own, code) => {
        const single = given.departments.find((one) => one.code === code)?.limit ?? given.department;
        const isFull = (given.column > 0 && column >= given.column) || (code !== null && single > 0 && own >= single);
        const load = exceeded(given, { column, department: own }, code);
        expect(load !== null).toBe(isFull);
        if (load !== null) expect(load.count).toBeGreaterThanOrEqual(load.limit);
      }),
    );
    expect(exceeded(NO_WIP, { column: 1_000, department: 1_000 }, 'logistics')).toBeNull();
  });

  test('[WL3] what is full is only ever entered by a waiver; a reopening is not held up', () => {
    for (const to of STAGES) {
      const option = stageOption(facts, to, undefined, true);
      if (to === 'RECEIVED') expect(option.allowed).toBe(true);
      if (to === 'CONFIRMED') expect(option).toMatchObject({ allowed: false, refusal: 'WIP_LIMIT', overridable: true });
    }
    expect(stageOption({ ...facts, stage: 'CLOSED' }, 'CONFIRMED', undefined, true).allowed).toBe(true);
  });
});
