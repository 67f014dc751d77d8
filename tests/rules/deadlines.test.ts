import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowanceOf, continueClock, startClock, stopSegments, usedBy } from '@redress/domain/rules/deadlines';
import type { ClockPlan } from '@redress/domain/rules/deadlines';
import { DEFAULT_POLICIES, parseDeadlinePolicy } from '@redress/domain/rules/policies';
import { SEVERITIES } from '@redress/domain/rules/vocabulary';

const MINUTE = 60_000;
const START = new Date('2026-03-01T08:00:00.000Z');
const after = (ms: number) => new Date(START.getTime() + ms);

const wait = fc.integer({ min: 0, max: 5_000 * MINUTE });
const allowance = fc.integer({ min: 1, max: 5_000 * MINUTE });
/** Changes of a running clock: after how long each comes, and the allowance that it brings. */
const changes = fc.array(fc.record({ wait, allowance }), { maxLength: 6 });

interface Lived {
  plan: ClockPlan;
  /** When the last change came. */
  at: Date;
}

/** A clock that lived through these changes, each step of it. */
function live(first: number, steps: readonly { wait: number; allowance: number }[]): Lived[] {
  const lived: Lived[] = [{ plan: startClock(START, first), at: START }];
  for (const step of steps) {
    const last = lived.at(-1)!;
    const at = new Date(last.at.getTime() + step.wait);
    lived.push({ plan: continueClock(last.plan.segments, step.allowance, at), at });
  }
  return lived;
}

describe('allowances', () => {
  test.each([
    ['DL1', 'CLAIM', 15, 60, 60],
    ['DL2', 'FIRST_RESPONSE', 30, 240, 1_440],
    ['DL3', 'RESOLUTION', 1_440, 2_880, 4_320],
  ] as const)(
    '[%s] %s allows %i minutes when URGENT, %i when IMPORTANT, %i when GENERAL',
    (_rule, key, urgent, important, general) => {
      const policy = DEFAULT_POLICIES.find((seed) => seed.kind === 'deadline' && seed.key === key)!;
      const allowed = (['URGENT', 'IMPORTANT', 'GENERAL'] as const).map((severity) =>
        allowanceOf(policy.value, severity),
      );
      expect(allowed).toEqual([urgent, important, general].map((minutes) => minutes * MINUTE));
    },
  );

  test('[DL4] a graver complaint is never allowed more time', () => {
    for (const { value } of DEFAULT_POLICIES) {
      const allowed = SEVERITIES.map((severity) => allowanceOf(value, severity));
      expect([...allowed].sort((a, b) => b - a)).toEqual(allowed);
    }
  });

  test('[DL4] a stored policy is read back as it was, and one of another shape is refused', () => {
    for (const { value } of DEFAULT_POLICIES)
      expect(parseDeadlinePolicy(JSON.parse(JSON.stringify(value)))).toEqual(value);
    const wrong = [null, {}, { minutes: { URGENT: 0, IMPORTANT: 1, GENERAL: 1 }, runsIn: 'ALWAYS' }, { minutes: 5 }];
    for (const value of wrong) expect(() => parseDeadlinePolicy(value)).toThrow();
  });
});

describe('a clock that is left alone', () => {
  test('[DL4] is due when its allowance is used up', () => {
    fc.assert(
      fc.property(allowance, (ms) => {
        const plan = startClock(START, ms);
        expect(plan.dueAt).toEqual(after(ms));
        expect(usedBy(plan.segments, plan.dueAt)).toBe(ms);
      }),
    );
  });

  test('[DL5] uses time as it passes, and none before it starts', () => {
    const { segments } = startClock(START, MINUTE);
    expect(usedBy(segments, after(-1))).toBe(0);
    expect(usedBy(segments, after(42))).toBe(42);
    expect(usedBy(stopSegments(segments, after(42)), after(9_000))).toBe(42);
  });
});

describe('a clock that goes on under another allowance', () => {
  test('[DL5] keeps what it used: a change neither gives time back nor takes any', () => {
    fc.assert(
      fc.property(allowance, changes, wait, (first, steps, later) => {
        const { plan, at } = live(first, steps).at(-1)!;
        expect(usedBy(plan.segments, at)).toBe(at.getTime() - START.getTime());
        const then = new Date(at.getTime() + later);
        expect(usedBy(plan.segments, then)).toBe(then.getTime() - START.getTime());
      }),
    );
  });

  test('[DL5] has what remains of the new allowance, and is never due before the change', () => {
    fc.assert(
      fc.property(allowance, changes, (first, steps) => {
        for (const { plan, at } of live(first, steps)) {
          const due = Math.max(at.getTime(), START.getTime() + plan.allowanceMs);
          expect(plan.dueAt.getTime()).toBe(due);
        }
      }),
    );
  });

  test('[DL5] is due no later for a smaller allowance, and no earlier for a larger one', () => {
    fc.assert(
      fc.property(allowance, changes, allowance, allowance, wait, (first, steps, one, other, pause) => {
        const { plan, at } = live(first, steps).at(-1)!;
        const now = new Date(at.getTime() + pause);
        const due = (ms: number) => continueClock(plan.segments, ms, now).dueAt.getTime();
        expect(due(Math.min(one, other))).toBeLessThanOrEqual(due(Math.max(one, other)));
      }),
    );
  });

  test('[DL5] has one running segment, joined without a gap to those that ended', () => {
    fc.assert(
      fc.property(allowance, changes, (first, steps) => {
        for (const { plan } of live(first, steps)) {
          const { segments } = plan;
          expect(segments.filter((segment) => segment.to === null)).toEqual([segments.at(-1)]);
          for (const [i, segment] of segments.slice(1).entries()) expect(segment.from).toBe(segments[i]!.to);
        }
      }),
    );
  });

  test('[DL9] runs again from what it had used after it had stopped, whatever time went by', () => {
    fc.assert(
      fc.property(allowance, wait, wait, (ms, used, stopped) => {
        const segments = stopSegments(startClock(START, ms).segments, after(used));
        const again = after(used + stopped);
        const plan = continueClock(segments, ms, again);
        expect(usedBy(plan.segments, again)).toBe(used);
        expect(plan.dueAt.getTime()).toBe(again.getTime() + Math.max(0, ms - used));
      }),
    );
  });
});
