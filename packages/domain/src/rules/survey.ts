/**
 * The survey (满意度评价): when the customer is asked, reminded and given up on, and what a score leads to (docs/SPEC.md,
 * SV1–SV10). No answer is never counted as a satisfied one.
 */
import { z } from 'zod';
import { SATISFIED_FROM } from './case-content.ts';
import type { Stage } from './vocabulary.ts';

/** The numbers of the survey, in hours from its being asked. */
export interface SurveyPolicy {
  firstReminderHours: number;
  secondReminderHours: number;
  /** When it is given up, and can't be answered any more. */
  expiryHours: number;
  /** Scores of the outcome up to this one reopen the case. */
  reopenAtOrBelow: number;
  /** How many rounds may follow the first; after them comes the final answer. */
  maxReopenings: number;
}

const whole = (min: number, max: number) =>
  z.number('invalid').min(min, 'numberTooSmall').max(max, 'numberTooLarge').int('numberNotWhole');
const LONGEST_HOURS = 8_760;

/** The messages are keys of the contract's catalogue. */
export const SURVEY_SHAPE = z
  .strictObject({
    firstReminderHours: whole(1, LONGEST_HOURS),
    secondReminderHours: whole(1, LONGEST_HOURS),
    expiryHours: whole(1, LONGEST_HOURS),
    reopenAtOrBelow: whole(1, 4),
    maxReopenings: whole(0, 10),
  })
  .superRefine(({ firstReminderHours, secondReminderHours, expiryHours }, context) => {
    if (secondReminderHours <= firstReminderHours)
      context.addIssue({ code: 'custom', path: ['secondReminderHours'], message: 'afterFirstReminder' });
    if (expiryHours <= secondReminderHours)
      context.addIssue({ code: 'custom', path: ['expiryHours'], message: 'afterSecondReminder' });
  });

/** Given up before the shortest FOLLOW_UP limit is over, so that a customer who says nothing lets no clock be missed. */
export const DEFAULT_SURVEY: SurveyPolicy = {
  firstReminderHours: 15,
  secondReminderHours: 30,
  expiryHours: 45,
  reopenAtOrBelow: 3,
  maxReopenings: 2,
};

export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;
const HOUR_MS = 3_600_000;

const after = (from: Date, hours: number) => new Date(from.getTime() + hours * HOUR_MS);

/** When a survey that is asked now is given up. */
export function expiryOf({ expiryHours }: SurveyPolicy, askedAt: Date): Date {
  return after(askedAt, expiryHours);
}

/** When something of the survey happens next: the next reminder, never after its end; else the end itself. */
export function nextMoment(
  policy: SurveyPolicy,
  { askedAt, expiresAt, reminders }: { askedAt: Date; expiresAt: Date; reminders: number },
): Date {
  const hours = [policy.firstReminderHours, policy.secondReminderHours][reminders];
  const next = hours === undefined ? expiresAt : after(askedAt, hours);
  return next < expiresAt ? next : expiresAt;
}

export function isScore(value: number): boolean {
  return Number.isInteger(value) && value >= LOWEST_SCORE && value <= HIGHEST_SCORE;
}

/** What the answer leads to: nothing more to settle, a new round, or the company's last word. */
export type Consequence = 'SETTLED' | 'REOPENED' | 'FINAL_ANSWER';

/** Of a score of the outcome, in a round counted from 1. A score that neither reopens nor satisfies takes an answer, too. */
export function consequenceOf(policy: SurveyPolicy, outcomeScore: number, round: number): Consequence {
  if (outcomeScore <= policy.reopenAtOrBelow && round <= policy.maxReopenings) return 'REOPENED';
  return outcomeScore >= SATISFIED_FROM ? 'SETTLED' : 'FINAL_ANSWER';
}

/** What the survey of a complaint waits for, and whom that is not for. */
export interface SurveyFacts {
  /** The customer's verdict; or, since it was bad and no round follows, the company's last word. */
  waits: 'VERDICT' | 'FINAL_ANSWER';
  /** The members who worked on the case, in whatever round, or are named to. */
  handlerIds: readonly string[];
}

/** From the complaint's own columns; null when the survey waits for nothing. */
export function surveyFacts(complaint: {
  stage: Stage;
  surveyedAt: Date | null;
  surveyScore: number | null;
  surveyGivenUpAt: Date | null;
  finalAnsweredAt: Date | null;
  assigneeId: string | null;
  processOwnerId: string | null;
  handledByIds: readonly string[];
}): SurveyFacts | null {
  const { stage, surveyedAt, surveyScore, surveyGivenUpAt, finalAnsweredAt } = complaint;
  if (stage !== 'FOLLOWING_UP' || surveyedAt === null || surveyGivenUpAt !== null || finalAnsweredAt !== null)
    return null;
  if (surveyScore !== null && surveyScore >= SATISFIED_FROM) return null;
  const named = [complaint.assigneeId, complaint.processOwnerId].filter((id) => id !== null);
  return {
    waits: surveyScore === null ? 'VERDICT' : 'FINAL_ANSWER',
    handlerIds: [...named, ...complaint.handledByIds],
  };
}

/**
 * Where a reopened case goes: to the department that triage proposes, with the rule that said so. Null: the coordination
 * group decides, because triage knows none, or knows only the one whose handling the customer found bad.
 */
export function routeAnew<P extends { departmentId: string }>(
  proposal: P | null,
  before: { departmentId: string | null; handlingScore: number },
  policy: SurveyPolicy,
): P | null {
  const same = proposal !== null && proposal.departmentId === before.departmentId;
  return same && before.handlingScore <= policy.reopenAtOrBelow ? null : proposal;
}
