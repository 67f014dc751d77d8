import { DEFAULT_SURVEY, consequenceOf, routeAnew, surveyFacts } from '@redress/domain/rules/survey';
import { describe, expect, test } from 'vitest';

const at = new Date('2026-11-02T08:00:00Z');
const asked = {
  stage: 'FOLLOWING_UP',
  surveyedAt: at,
  surveyScore: null,
  surveyGivenUpAt: null,
  finalAnsweredAt: null,
  assigneeId: 'driver',
  processOwnerId: null,
  handledByIds: ['head'],
} as const;

describe('what a score leads to', () => {
  test('[SV6] 3 or less reopens twice, and then takes a final answer', () => {
    const led = (score: number, round: number) => consequenceOf(DEFAULT_SURVEY, score, round);
    expect([led(3, 1), led(1, 2), led(3, 3), led(4, 3), led(5, 1)]).toEqual([
      'REOPENED',
      'REOPENED',
      'FINAL_ANSWER',
      'SETTLED',
      'SETTLED',
    ]);
  });

  test('[SV7] triage decides where it goes, but never back to who handled it badly', () => {
    const to = { departmentId: 'logistics' };
    expect(routeAnew(to, { departmentId: 'logistics', handlingScore: 3 }, DEFAULT_SURVEY)).toBeNull();
    expect(routeAnew(to, { departmentId: 'logistics', handlingScore: 4 }, DEFAULT_SURVEY)).toBe(to);
    expect(routeAnew(to, { departmentId: 'warehouse', handlingScore: 1 }, DEFAULT_SURVEY)).toBe(to);
    expect(routeAnew(null, { departmentId: 'warehouse', handlingScore: 5 }, DEFAULT_SURVEY)).toBeNull();
  });

  test('[SV10] a final answer is waited for after a bad score that no round followed, until it was given', () => {
    const waits = (facts: object) => surveyFacts({ ...asked, ...facts })?.waits ?? null;
    expect(waits({})).toBe('VERDICT');
    expect(waits({ surveyScore: 2 })).toBe('FINAL_ANSWER');
    expect(waits({ surveyScore: 4 })).toBeNull();
    expect(waits({ surveyScore: 2, finalAnsweredAt: at })).toBeNull();
    expect(waits({ surveyGivenUpAt: at })).toBeNull();
    expect(surveyFacts(asked)?.handlerIds).toEqual(['driver', 'head']);
  });
});
