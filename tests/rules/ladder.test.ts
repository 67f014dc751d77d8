import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LADDERS, LADDER_SHAPE, levelsOf, nextLevel, scheduleOf } from '@redress/domain/rules/ladder';
import type { LadderFacts, LadderPolicy, LadderStep } from '@redress/domain/rules/ladder';
import { isQuiet } from '@redress/domain/rules/quiet-hours';
import type { QuietHours } from '@redress/domain/rules/quiet-hours';
import { CONSEQUENCES, DEADLINE_KINDS, SEVERITIES } from '@redress/domain/rules/vocabulary';
import { CATEGORIES } from './arbitraries.ts';

const MINUTE = 60_000;

const step: fc.Arbitrary<LadderStep> = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 2_880 }),
  to: fc.constant([{ role: 'EXECUTIVE' as const }]),
  supervise: fc.boolean(),
  onlyCategories: fc.option(fc.subarray([...CATEGORIES], { minLength: 1 })),
});
const steps = fc
  .array(step, { minLength: 1, maxLength: 6 })
  .map((list) => list.toSorted((a, b) => a.afterMinutes - b.afterMinutes));
const ladders: fc.Arbitrary<LadderPolicy> = fc
  .record({ URGENT: steps, IMPORTANT: steps, GENERAL: steps })
  .map((bySeverity) => ({ steps: bySeverity }));
const facts = fc.record({
  severity: fc.constantFrom(...SEVERITIES),
  categoryCode: fc.option(fc.constantFrom(...CATEGORIES)),
  consequences: fc.subarray([...CONSEQUENCES]),
});
const moments = fc
  .integer({ min: 0, max: 400 * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 0, 1) + minute * MINUTE));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const quietHours: fc.Arbitrary<QuietHours | null> = fc.option(
  fc
    .record({ from: times, to: times, timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York') })
    .filter(({ from, to }) => from !== to),
);

/** What the clock does: fires the next level when its time has come, from whatever hour it looks. */
function climbed(ladder: LadderPolicy, of: LadderFacts, startedAt: Date, quiet: QuietHours | null) {
  const fired: { level: number; at: Date }[] = [];
  for (let reached = 0; ; reached = fired.at(-1)!.level) {
    const next = nextLevel(scheduleOf(ladder, of, startedAt, quiet), reached);
    if (next === null) return fired;
    fired.push(next);
  }
}

describe('a climb', () => {
  test('[ES3] each level that concerns the complaint fires once, in order, none before its minutes', () => {
    fc.assert(
      fc.property(ladders, facts, moments, quietHours, (ladder, of, startedAt, quiet) => {
        const levels = levelsOf(ladder, of);
        const fired = climbed(ladder, of, startedAt, quiet);
        expect(fired.map(({ level }) => level)).toEqual(levels.map(({ level }) => level));
        expect(new Set(fired.map(({ level }) => level)).size).toBe(fired.length);
        fired.forEach(({ at }, i) => {
          expect(at.getTime()).toBeGreaterThanOrEqual(startedAt.getTime() + levels[i]!.afterMinutes * MINUTE);
          if (i > 0) {
            const apart = (levels[i]!.afterMinutes - levels[i - 1]!.afterMinutes) * MINUTE;
            expect(at.getTime()).toBeGreaterThanOrEqual(fired[i - 1]!.at.getTime() + apart);
          }
        });
      }),
    );
  });

  test('[ES5] nobody is named in quiet hours, unless it is urgent; without them every level keeps its minutes', () => {
    fc.assert(
      fc.property(ladders, facts, moments, quietHours, (ladder, of, startedAt, quiet) => {
        const schedule = scheduleOf(ladder, of, startedAt, quiet);
        const exact = schedule.map(({ afterMinutes }) => new Date(startedAt.getTime() + afterMinutes * MINUTE));
        if (quiet === null || of.severity === 'URGENT') expect(schedule.map(({ at }) => at)).toEqual(exact);
        else expect(schedule.filter(({ at }) => isQuiet(quiet, at))).toEqual([]);
      }),
    );
  });

  test('[ES5] what quiet hours put off puts off what comes after it, too', () => {
    const quiet = { from: '22:00', to: '08:00', timeZone: 'Asia/Shanghai' };
    const late = new Date('2026-11-22T15:00:00Z');
    const ladder = DEFAULT_LADDERS['ANY']!;
    const general = scheduleOf(ladder, { severity: 'GENERAL', categoryCode: null, consequences: [] }, late, quiet);
    expect(general.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-23T00:30:00.000Z',
      '2026-11-23T02:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
    ]);
  });

  test('[ES3] steps of one minute are one level; what concerns other categories is passed over', () => {
    const ladder = DEFAULT_LADDERS['ANY']!;
    const [first, ...rest] = levelsOf(ladder, { severity: 'URGENT', categoryCode: 'safety.fire', consequences: [] });
    expect(first).toMatchObject({
      level: 1,
      to: [{ role: 'ASSIGNEE' }, { role: 'DEPARTMENT_LEADS' }, { role: 'OWNER' }],
    });
    const [other, ...same] = levelsOf(ladder, { severity: 'URGENT', categoryCode: 'safetynet', consequences: [] });
    expect(other!.to).toEqual([{ role: 'ASSIGNEE' }, { role: 'DEPARTMENT_LEADS' }]);
    expect(same).toEqual(rest);
  });

  test('[ES1] the owner is named where somebody may be hurt or it may become public, whatever the category', () => {
    const named = (consequences: readonly string[]) =>
      levelsOf(DEFAULT_LADDERS['ANY']!, { severity: 'GENERAL', categoryCode: null, consequences })[0]!.to;
    for (const one of ['INJURY', 'PRESS']) expect(named([one])).toContainEqual({ role: 'OWNER' });
    expect(named(['LEGAL'])).not.toContainEqual({ role: 'OWNER' });
  });
});

describe('the ladder as a policy', () => {
  const good: LadderStep = { afterMinutes: 0, to: [{ role: 'SUPERVISOR' }], supervise: false, onlyCategories: null };
  const problems = (urgent: unknown) => {
    const parsed = LADDER_SHAPE.safeParse({ steps: { URGENT: urgent, IMPORTANT: [good], GENERAL: [good] } });
    return parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
  };

  test('[ES13] what names nobody, is out of order or absurd is refused at its field', () => {
    expect(problems([])).toEqual([['steps.URGENT', 'ladderNamesNobody']]);
    expect(problems([{ ...good, to: [] }])).toEqual([['steps.URGENT.0.to', 'stepNamesNobody']]);
    expect(problems([{ ...good, afterMinutes: 30 }, good])).toEqual([
      ['steps.URGENT.1.afterMinutes', 'stepsOutOfOrder'],
    ]);
    expect(problems([{ ...good, afterMinutes: -1 }])).toEqual([['steps.URGENT.0.afterMinutes', 'numberTooSmall']]);
    expect(problems([{ ...good, afterMinutes: 43_201 }])).toEqual([['steps.URGENT.0.afterMinutes', 'numberTooLarge']]);
    expect(problems([{ ...good, onlyCategories: [] }])).toEqual([
      ['steps.URGENT.0.onlyCategories', 'stepConcernsNothing'],
    ]);
    expect(problems([{ ...good, to: [{ role: 'CUSTOMER' }] }])).toEqual([['steps.URGENT.0.to.0', 'unknownTarget']]);
    expect(problems(Array.from({ length: 21 }, () => good))).toEqual([['steps.URGENT', 'tooManySteps']]);
    expect(problems([good, { ...good, afterMinutes: 43_200 }])).toEqual([]);
  });

  test('[ES1] [ES2] what a new company begins with is a ladder for every kind', () => {
    for (const [key, ladder] of Object.entries(DEFAULT_LADDERS)) {
      expect(LADDER_SHAPE.safeParse(ladder).success).toBe(true);
      expect(['ANY', ...DEADLINE_KINDS]).toContain(key);
    }
    const named = (kind: string) =>
      levelsOf(DEFAULT_LADDERS[kind] ?? DEFAULT_LADDERS['ANY']!, {
        severity: 'GENERAL',
        categoryCode: null,
        consequences: [],
      }).map(({ afterMinutes, to, supervise }) => [
        afterMinutes,
        to.map((target) => 'role' in target && target.role),
        supervise,
      ]);
    expect(named('CLAIM')).toEqual([
      [0, ['ASSIGNEE', 'DEPARTMENT_LEADS'], false],
      [30, ['ON_DUTY_COORDINATOR'], true],
      [120, ['EXECUTIVE'], false],
      [480, ['GENERAL_MANAGER'], false],
    ]);
    expect(named('DISPATCH')[0]).toEqual([0, ['ON_DUTY_COORDINATOR'], false]);
    expect(named('RULING')[0]).toEqual([0, ['ON_DUTY_COORDINATOR'], false]);
  });
});
