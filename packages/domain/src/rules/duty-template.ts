/**
 * Templates of the collaboration list (docs/SPEC.md, DU8–DU10): what a category needs of which department. A line has
 * minutes, which run in the hours of the department that does it.
 */
import { z } from 'zod';
import type { DutySkipReason } from './vocabulary.ts';

export interface DutyLine {
  departmentCode: string;
  what: string;
  whatEn: string;
  minutes: number;
  /** HEAD: the department's head is its owner; null: the department decides. */
  owner: 'HEAD' | null;
}

/** The value of a policy of kind `dutyTemplate`. */
export interface DutyTemplatePolicy {
  duties: DutyLine[];
}

export const MAX_DUTY_LINES = 50;
const LONGEST_MINUTES = 525_600;
const WHAT_LENGTH = 500;
const CODE_LENGTH = 200;

/** A text that says something and that PostgreSQL can store; the messages are keys of the contract's catalogue. */
const words = (max: number) =>
  z
    .string('invalid')
    .trim()
    .min(1, 'required')
    .max(max, 'tooLong')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'invalid');

const line = z.strictObject(
  {
    departmentCode: words(CODE_LENGTH),
    what: words(WHAT_LENGTH),
    whatEn: words(WHAT_LENGTH),
    minutes: z.number('invalid').min(1, 'numberTooSmall').max(LONGEST_MINUTES, 'numberTooLarge').int('numberNotWhole'),
    owner: z
      .literal('HEAD', 'invalid')
      .nullish()
      .transform((owner) => owner ?? null),
  },
  'invalid',
);

export const DUTY_TEMPLATE_SHAPE: z.ZodType<DutyTemplatePolicy> = z.strictObject(
  { duties: z.array(line, 'invalid').min(1, 'required').max(MAX_DUTY_LINES, 'tooManyDutyLines') },
  'invalid',
);

/** The name by which a duty remembers its line: `<category>/<line>`, lines counted from 1. */
export function templateKey(categoryCode: string, line: number): string {
  return `${categoryCode}/${line}`;
}

/** What a template comes to: the lines to make duties from, and those to skip, by why. Lines count from 1. */
export interface TemplatePlan {
  /** Whether a duty of this round was made from it already. */
  begun: boolean;
  give: { line: number; key: string; duty: DutyLine }[];
  skip: { because: DutySkipReason; lines: number[] }[];
}

export interface TemplateSituation {
  /** Keys that a duty of this round was made from already: their lines are left alone. */
  given: readonly string[];
  /** How many more duties may be open. */
  room: number;
  /** Whether there is such a department, and it is not archived. */
  knows: (departmentCode: string) => boolean;
}

/** Which lines are to become duties now. All of them, or, where there is no room for all, none: never half a list. */
export function planTemplate(
  categoryCode: string,
  template: DutyTemplatePolicy,
  { given, room, knows }: TemplateSituation,
): TemplatePlan {
  const lines = template.duties.map((duty, i) => ({ line: i + 1, key: templateKey(categoryCode, i + 1), duty }));
  const missing = lines.filter(({ key }) => !given.includes(key));
  const begun = missing.length < lines.length;
  const give = missing.filter(({ duty }) => knows(duty.departmentCode));
  const gone = missing.filter(({ duty }) => !knows(duty.departmentCode)).map(({ line }) => line);
  const skip: TemplatePlan['skip'] = gone.length === 0 ? [] : [{ because: 'DEPARTMENT', lines: gone }];
  if (give.length <= room) return { begun, give, skip };
  return { begun, give: [], skip: [...skip, { because: 'LIMIT', lines: give.map(({ line }) => line) }] };
}
