import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as deadlines from '@redress/domain/rules/deadlines';
import type { ClockPlan, DeadlinePolicy, Segment } from '@redress/domain/rules/deadlines';
import { DEFAULT_POLICIES, parsePolicy } from '@redress/domain/rules/policies';
import { SEVERITIES } from '@redress/domain/rules/vocabulary';

const { CALENDAR_TIME, allowanceOf } = deadlines;

const MINUTE = 60_000;
const WARN = 75;
const noHours = () => null;
/** Clocks that run in calendar time; how hours count is tested with calendars. */
const startClock = (at: Date, ms: number) => deadlines.startClock(at, ms, CALENDAR_TIME, WARN);
const continueClock = (segments: readonly Segment[], ms: number, at: Date) =>
  deadlines.continueClock(segments, ms, at, CALENDAR_TIME, WARN, noHours);
const usedBy = (segments: readonly Segment[], at: Date) => deadlines.usedBy(segments, at, noHours);
const stopSegments = (segments: readonly Segment[], at: Date) => deadlines.stopSegments(segments, at, noHours);

const POLICIES = DEFAULT_POLICIES.flatMap((seed) => (seed.kind === 'deadline' ? [seed] : []));
const policyOf = (key: string): DeadlinePolicy => POLICIES.find((seed) => seed.key === key)!.value;

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
    ['DL11', 'DISPATCH', 1, 10, 10],
    ['DL12', 'PROGRESS', 240, 1_440, 2_880],
    ['DL13', 'FOLLOW_UP', 2_880, 4_320, 4_320],
  ] as const)(
    '[%s] %s allows %i minutes when URGENT, %i when IMPORTANT, %i when GENERAL',
    (_rule, key, urgent, important, general) => {
      const allowed = (['URGENT', 'IMPORTANT', 'GENERAL'] as const).map((severity) =>
        allowanceOf(policyOf(key), severity),
      );
      expect(allowed).toEqual([urgent, important, general].map((minutes) => minutes * MINUTE));
    },
  );

  test('[CT3] RULING allows half an hour when URGENT, else two, in the hours of the coordination group', () => {
    expect(policyOf('RULING')).toEqual({
      minutes: { URGENT: 30, IMPORTANT: 120, GENERAL: 120 },
      runsIn: { URGENT: 'ALWAYS', IMPORTANT: 'COORDINATION', GENERAL: 'COORDINATION' },
      warnPercent: WARN,
    });
  });

  test('[DL4] a graver complaint is never allowed more time', () => {
    for (const { value } of POLICIES) {
      if (value.minutes === null) continue;
      const allowed = SEVERITIES.map((severity) => allowanceOf(value, severity)!);
      expect([...allowed].sort((a, b) => b - a)).toEqual(allowed);
    }
  });

  test('[DL4] a stored policy is read back as it was, and one of another shape is refused', () => {
    for (const { kind, value } of DEFAULT_POLICIES)
      expect(parsePolicy(kind, JSON.parse(JSON.stringify(value)))).toEqual(value);
    const claim = policyOf('CLAIM');
    const wrong = [
      null,
      {},
      { ...claim, minutes: { ...claim.minutes, URGENT: 0 } },
      { ...claim, minutes: { ...claim.minutes, URGENT: -5 } },
      { ...claim, minutes: { ...claim.minutes, URGENT: 1e9 } },
      { ...claim, runsIn: 'ALWAYS' },
      { ...claim, warnPercent: 100 },
    ];
    for (const value of wrong) expect(() => parsePolicy('deadline', value)).toThrow();
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

  test('[DL5] a clock of any age is stopped: it has used up whatever it was given', () => {
    const hours = { id: 'nine to six', timeZone: 'UTC', spansOn: () => [{ from: 540, to: 1_080 }] };
    const began = [{ calendar: 'nine to six', from: '1960-01-01T00:00:00.000Z', to: null, usedMs: 0 }];
    const [stopped] = deadlines.stopSegments(began, new Date('2026-11-22T00:00:00Z'), () => hours);
    expect(stopped!.usedMs).toBeGreaterThan(366 * 86_400_000);
  });

  test('[DL5] uses time as it passes, and none before it starts', () => {
    const { segments } = startClock(START, MINUTE);
    expect(usedBy(segments, after(-1))).toBe(0);
    expect(usedBy(segments, after(42))).toBe(42);
    expect(usedBy(stopSegments(segments, after(42)), after(9_000))).toBe(42);
  });
});

describe('the warning of a clock', () => {
  test('[DL14] falls when three quarters of the allowance are used, whatever changes came', () => {
    fc.assert(
      fc.property(allowance, changes, (first, steps) => {
        for (const { plan, at } of live(first, steps)) {
          const share = Math.floor((plan.allowanceMs * WARN) / 100);
          const passed = at.getTime() - START.getTime() >= share;
          expect(plan.warnAt).toEqual(passed ? null : after(share));
          if (plan.warnAt !== null) expect(plan.warnAt.getTime()).toBeLessThanOrEqual(plan.dueAt.getTime());
        }
      }),
    );
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
