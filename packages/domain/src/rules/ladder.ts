/**
 * Ladders (docs/SPEC.md, ES1–ES6, ES13): who is named after a breach, one level after another, until somebody takes the
 * complaint on. Steps of the same minute are one level.
 */
import { z } from 'zod';
import { MINUTE_MS } from './days.ts';
import { afterQuietHours } from './quiet-hours.ts';
import type { QuietHours } from './quiet-hours.ts';
import { isWithin } from './filter.ts';
import { SEVERITIES } from './vocabulary.ts';
import type { Severity } from './vocabulary.ts';

/** Whom a step can name by what they are to the complaint, or to the company. */
export const LADDER_ROLES = [
  'ASSIGNEE',
  'DEPARTMENT_LEADS',
  'ON_DUTY_COORDINATOR',
  'SUPERVISOR',
  'COORDINATOR',
  'EXECUTIVE',
  'GENERAL_MANAGER',
  'OWNER',
] as const;
export type LadderRole = (typeof LADDER_ROLES)[number];

export type LadderTarget = { role: LadderRole } | { memberId: string };

export interface LadderStep {
  /** Counted from the breach. */
  afterMinutes: number;
  to: LadderTarget[];
  /** A coordinator is to hold the case until it moves (督办). */
  supervise: boolean;
  /** The step concerns complaints of these categories, and what is below them; null: every complaint. */
  onlyCategories: string[] | null;
}

/** The value of a policy of kind `ladder`. Its key is a kind of deadline, or `ANY_LADDER`. */
export interface LadderPolicy {
  steps: Record<Severity, LadderStep[]>;
}

/** The ladder of kinds that have none of their own, and the one that is climbed by hand. */
export const ANY_LADDER = 'ANY';

/** A month: whatever is late by more is nobody's to hear of by then. */
const MAX_MINUTES = 43_200;
const MAX_STEPS = 20;
const MAX_TARGETS = 20;
const MAX_CATEGORIES = 100;

const target = z.union(
  [z.strictObject({ role: z.enum(LADDER_ROLES) }), z.strictObject({ memberId: z.uuid('malformedId') })],
  'unknownTarget',
);

const step = z.strictObject(
  {
    afterMinutes: z.number('invalid').min(0, 'numberTooSmall').max(MAX_MINUTES, 'numberTooLarge').int('numberNotWhole'),
    to: z.array(target, 'invalid').min(1, 'stepNamesNobody').max(MAX_TARGETS, 'tooManyTargets'),
    supervise: z.boolean('invalid'),
    onlyCategories: z
      .array(z.string('invalid').min(1, 'required'), 'invalid')
      .min(1, 'stepConcernsNothing')
      .max(MAX_CATEGORIES, 'tooManyCategories')
      .nullable(),
  },
  'invalid',
);

const steps = z
  .array(step, 'invalid')
  .min(1, 'ladderNamesNobody')
  .max(MAX_STEPS, 'tooManySteps')
  .superRefine((list, context) => {
    list.forEach(({ afterMinutes }, i) => {
      if (i === 0 || afterMinutes >= list[i - 1]!.afterMinutes) return;
      context.addIssue({ code: 'custom', path: [i, 'afterMinutes'], message: 'stepsOutOfOrder' });
    });
  });

/** The messages are keys of the contract's catalogue. */
export const LADDER_SHAPE: z.ZodType<LadderPolicy> = z.strictObject(
  { steps: z.strictObject({ URGENT: steps, IMPORTANT: steps, GENERAL: steps }, 'invalid') },
  'invalid',
);

/** What of a complaint decides which levels concern it. */
export interface LadderFacts {
  severity: Severity;
  categoryCode: string | null;
  /** What may come of it. */
  consequences: readonly string[];
  /** Many customers have the same matter: a group case that has grown. Left out: no. */
  isMass?: boolean;
}

export interface Level {
  /** From 1; counts the levels of the ladder that pass the complaint over, too. */
  level: number;
  /** After so many minutes it would fire if no hour were quiet. */
  afterMinutes: number;
  to: LadderTarget[];
  supervise: boolean;
}

export interface TimedLevel extends Level {
  at: Date;
}

/** The levels that concern such a complaint, from the lowest. */
export function levelsOf({ steps: ladder }: LadderPolicy, facts: LadderFacts): Level[] {
  const all = ladder[facts.severity];
  const moments = [...new Set(all.map(({ afterMinutes }) => afterMinutes))];
  return moments.flatMap((afterMinutes, i) => {
    const concerned = all.filter((candidate) => candidate.afterMinutes === afterMinutes && concerns(candidate, facts));
    if (concerned.length === 0) return [];
    const to = concerned.flatMap((candidate) => candidate.to);
    return [{ level: i + 1, afterMinutes, to, supervise: concerned.some(({ supervise }) => supervise) }];
  });
}

/** What the owner hears of, whatever the category: that somebody may be hurt, that it may become public; or a mass case. */
const OWNER_CONSEQUENCES: readonly string[] = ['INJURY', 'PRESS'];

function concerns(
  { onlyCategories, to: named }: LadderStep,
  { categoryCode, consequences, isMass }: LadderFacts,
): boolean {
  if (onlyCategories === null || isWithin(categoryCode, onlyCategories)) return true;
  return namesOwner(named) && (isMass === true || consequences.some((one) => OWNER_CONSEQUENCES.includes(one)));
}

/** Whether a level or a step names the company's owner. */
export function namesOwner(named: readonly LadderTarget[]): boolean {
  return named.some((one) => 'role' in one && one.role === 'OWNER');
}

/**
 * When each level fires that concerns the complaint, if nobody takes it on. Quiet hours put a level off until they end,
 * and those above it by as much, so that whoever is named has the time that the ladder gives them. URGENT knows no quiet
 * hours.
 */
export function scheduleOf(
  ladder: LadderPolicy,
  facts: LadderFacts,
  startedAt: Date,
  quiet: QuietHours | null,
): TimedLevel[] {
  const kept = facts.severity === 'URGENT' ? null : quiet;
  let [at, minutes] = [startedAt, 0];
  return levelsOf(ladder, facts).map((level) => {
    at = afterQuietHours(kept, new Date(at.getTime() + (level.afterMinutes - minutes) * MINUTE_MS));
    minutes = level.afterMinutes;
    return { ...level, at };
  });
}

/** The lowest of these levels that is above the one reached; null at the top. */
export function nextLevel<L extends Level>(levels: readonly L[], reached: number): L | null {
  return levels.find(({ level }) => level > reached) ?? null;
}

const AT_ONCE = 0;
const [HALF_AN_HOUR, TWO_HOURS, EIGHT_HOURS] = [30, 120, 480];
/** Categories by which a new company's owner hears of a breach at once: people are or could be hurt. It may not have them. */
export const OWNER_CATEGORIES: readonly string[] = ['safety'];

const to = (afterMinutes: number, ...roles: LadderRole[]): LadderStep => ({
  afterMinutes,
  to: roles.map((role) => ({ role })),
  supervise: false,
  onlyCategories: null,
});

/** The ladder of domain.md, for any severity: `first` is who is named at once. */
function defaultLadder(...first: LadderRole[]): LadderPolicy {
  const all = [
    to(AT_ONCE, ...first),
    { ...to(AT_ONCE, 'OWNER'), onlyCategories: [...OWNER_CATEGORIES] },
    { ...to(HALF_AN_HOUR, 'ON_DUTY_COORDINATOR'), supervise: true },
    to(TWO_HOURS, 'EXECUTIVE'),
    to(EIGHT_HOURS, 'GENERAL_MANAGER'),
  ];
  return { steps: Object.fromEntries(SEVERITIES.map((severity) => [severity, all])) as LadderPolicy['steps'] };
}

/** Late for a department: its people first. Late for the coordination group: the coordinators, not a head. */
export const DEFAULT_LADDERS: Record<string, LadderPolicy> = {
  [ANY_LADDER]: defaultLadder('ASSIGNEE', 'DEPARTMENT_LEADS'),
  DISPATCH: defaultLadder('ON_DUTY_COORDINATOR'),
  RULING: defaultLadder('ON_DUTY_COORDINATOR'),
};
