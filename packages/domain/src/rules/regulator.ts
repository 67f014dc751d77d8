/**
 * Regulators' cases (监管转办; docs/SPEC.md, RC1–RC8): whose case it is, and the working days that the law gives. Pure:
 * hours and numbers are passed in.
 */
import { z } from 'zod';
import { DAY_MS, dayNumber, dayText } from './days.ts';
import type { Hours } from './hours.ts';
import type { RegulatorAgency } from './vocabulary.ts';
import { offsetAt } from './zone.ts';

/** Working days by agency, where its letter does not say others: to take a case on, and to answer it. */
export interface RegulatorPolicy {
  accept12315: number;
  answer12315: number;
  accept12345: number;
  answer12345: number;
  acceptOther: number;
  answerOther: number;
}

/** No agency leaves a case for longer; more is a slip of the hand. */
export const MAX_STATUTORY_DAYS = 250;

const days = z
  .number('invalid')
  .min(1, 'numberTooSmall')
  .max(MAX_STATUTORY_DAYS, 'numberTooLarge')
  .int('numberNotWhole');

/** The messages are keys of the contract's catalogue. */
export const REGULATOR_SHAPE: z.ZodType<RegulatorPolicy> = z
  .strictObject(
    {
      accept12315: days,
      answer12315: days,
      accept12345: days,
      answer12345: days,
      acceptOther: days,
      answerOther: days,
    },
    'invalid',
  )
  .superRefine((value, context) => {
    for (const [accept, answer] of Object.values(DAYS_OF)) {
      if (value[answer] < value[accept])
        context.addIssue({ code: 'custom', path: [answer], message: 'answerBeforeAccept' });
    }
  });

/** What a new company begins with; each city and agency has its own, which an administrator writes down. */
export const DEFAULT_REGULATOR: RegulatorPolicy = {
  accept12315: 7,
  answer12315: 10,
  accept12345: 1,
  answer12345: 5,
  acceptOther: 3,
  answerOther: 10,
};

const DAYS_OF = {
  CONSUMER_12315: ['accept12315', 'answer12315'],
  CITY_12345: ['accept12345', 'answer12345'],
  OTHER: ['acceptOther', 'answerOther'],
} as const satisfies Record<RegulatorAgency, readonly [keyof RegulatorPolicy, keyof RegulatorPolicy]>;

/** The statutory days of an agency. */
export function statutoryDays(policy: RegulatorPolicy, agency: RegulatorAgency): { accept: number; answer: number } {
  const [accept, answer] = DAYS_OF[agency];
  return { accept: policy[accept], answer: policy[answer] };
}

/** Whoever looks for working days further ahead has a calendar without any. */
const HORIZON_DAYS = 3_660;

/**
 * The end of the last of so many working days: the day of the receipt is not counted. Null hours know no holidays, and
 * count every day of the calendar, by UTC.
 */
export function endOfWorkingDays(hours: Hours | null, receivedAt: Date, count: number): Date {
  const zone = hours?.timeZone ?? 'UTC';
  const first = localDay(zone, receivedAt);
  let left = count;
  for (let number = first + 1; number <= first + HORIZON_DAYS; number += 1) {
    const spans = hours?.spansOn(dayText(number)) ?? WHOLE_DAY;
    const closing = spans.at(-1)?.to;
    if (closing === undefined) continue;
    left -= 1;
    if (left === 0) return localMoment(zone, number, closing);
  }
  return new Date(receivedAt.getTime() + count * DAY_MS);
}

const WHOLE_DAY = [{ from: 0, to: 1_440 }] as const;

/** The number of the day that it is in this zone. */
function localDay(zone: string, at: Date): number {
  return dayNumber(new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString().slice(0, 10));
}

/** A minute of a local day as a moment; twice, since the offset that holds there is known only there. */
function localMoment(zone: string, day: number, minute: number): Date {
  const local = day * DAY_MS + minute * 60_000;
  const near = local - offsetAt(zone, local);
  return new Date(local - offsetAt(zone, near));
}
