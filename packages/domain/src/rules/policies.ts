/**
 * Policies: every number, ladder and name of the product is a versioned row. The shapes are those of a row's value, by
 * kind; `DEFAULT_POLICIES` is what a new installation starts with (domain.md). An upgrade replaces rows of origin
 * DEFAULT, never an administrator's.
 */
import { z } from 'zod';
import { CALENDAR_SHAPE } from './calendar.ts';
import type { CalendarPolicy } from './calendar.ts';
import { RUNS_IN } from './deadlines.ts';
import type { DeadlinePolicy } from './deadlines.ts';

const LONGEST_MINUTES = 525_600;
const minutes = z.number().int().positive().max(LONGEST_MINUTES);
const runsIn = z.enum(RUNS_IN);
const bySeverity = <T extends z.ZodType>(shape: T) =>
  z.strictObject({ URGENT: shape, IMPORTANT: shape, GENERAL: shape });

/** Which calendars the hours of the company's desks are; keys of policies of kind `calendar`. */
export interface DesksPolicy {
  INTAKE: string;
  COORDINATION: string;
  NATIONAL: string;
}

/** The numbers of the collaboration's rules. */
export interface LimitsPolicy {
  /** How many duties of one complaint may be open at once. */
  openDuties: number;
  /** The longest that a hold may last, in days. */
  holdDays: number;
  /** How many holds of a round need no approval. */
  holdsWithoutApproval: number;
  /** How many declines make a complaint contested. */
  contestedAfterDeclines: number;
  /** How long a ruling may be appealed, in hours. */
  appealHours: number;
  /** What the rate of unjustified declines should stay below, in percent. */
  unjustifiedDeclinesPercent: number;
}

/** The shape of a policy's value, by kind. */
export const POLICY_SHAPES = {
  /** Keys: the kinds of deadlines. */
  deadline: z.strictObject({
    minutes: bySeverity(minutes).nullable(),
    runsIn: bySeverity(runsIn),
    warnPercent: z.number().int().min(1).max(99),
  }),
  /** Keys: calendar codes; `STANDARD` is that of departments without one of their own. */
  calendar: CALENDAR_SHAPE,
  /** Key: COMPANY. */
  desks: z.strictObject({ INTAKE: z.string(), COORDINATION: z.string(), NATIONAL: z.string() }),
  /** Key: COMPANY. */
  limits: z.strictObject({
    openDuties: z.number().int().min(1).max(1_000),
    holdDays: z.number().int().min(1).max(365),
    holdsWithoutApproval: z.number().int().min(0).max(100),
    contestedAfterDeclines: z.number().int().min(1).max(10),
    appealHours: z.number().int().min(1).max(8_760),
    unjustifiedDeclinesPercent: z.number().min(0).max(100),
  }),
} as const;

export type PolicyKind = keyof typeof POLICY_SHAPES;

/** A policy's value by its kind. */
export interface PolicyValues {
  deadline: DeadlinePolicy;
  calendar: CalendarPolicy;
  desks: DesksPolicy;
  limits: LimitsPolicy;
}

export type PolicySeed = { [K in PolicyKind]: { kind: K; key: string; value: PolicyValues[K] } }[PolicyKind];

const hours = (count: number) => count * 60;
const always = { URGENT: 'ALWAYS', IMPORTANT: 'ALWAYS', GENERAL: 'ALWAYS' } as const;
/** URGENT is always urgent: nobody waits for the office to open. */
const inHoursOf = <T extends string>(desk: T) => ({ URGENT: 'ALWAYS', IMPORTANT: desk, GENERAL: desk }) as const;
const WARN_PERCENT = 75;

function deadline(
  key: string,
  allowed: [URGENT: number, IMPORTANT: number, GENERAL: number] | null,
  runs: DeadlinePolicy['runsIn'],
): PolicySeed {
  const inMinutes = allowed && { URGENT: allowed[0], IMPORTANT: allowed[1], GENERAL: allowed[2] };
  return { kind: 'deadline', key, value: { minutes: inMinutes, runsIn: runs, warnPercent: WARN_PERCENT } };
}

const OFFICE = [{ from: '09:00', to: '18:00' }];
const WHOLE_DAY = [{ from: '00:00', to: '24:00' }];
const workingWeek = (spans: { from: string; to: string }[]): CalendarPolicy['week'] => ({
  '1': spans,
  '2': spans,
  '3': spans,
  '4': spans,
  '5': spans,
  '6': [],
  '7': [],
});
const inChina = { timeZone: 'Asia/Shanghai', holidays: 'CN', makeUp: null, days: [] };

export const DEFAULT_POLICIES: readonly PolicySeed[] = [
  deadline('DISPATCH', [1, 10, 10], inHoursOf('INTAKE')),
  deadline('CLAIM', [15, 60, 60], inHoursOf('DEPARTMENT')),
  deadline('RULING', [30, hours(2), hours(2)], inHoursOf('COORDINATION')),
  deadline('FIRST_RESPONSE', [30, hours(4), hours(24)], always),
  deadline('PROGRESS', [hours(4), hours(24), hours(48)], always),
  deadline('RESOLUTION', [hours(24), hours(48), hours(72)], always),
  deadline('FOLLOW_UP', [hours(48), hours(72), hours(72)], always),
  deadline('PROMISE', null, always),
  deadline('DUTY', null, { URGENT: 'DEPARTMENT', IMPORTANT: 'DEPARTMENT', GENERAL: 'DEPARTMENT' }),
  {
    kind: 'calendar',
    key: 'STANDARD',
    value: { nameZh: '公司工作时间', nameEn: 'Office hours', week: workingWeek(OFFICE), ...inChina },
  },
  {
    kind: 'calendar',
    key: 'NATIONAL',
    value: { nameZh: '法定工作日', nameEn: 'National working days', week: workingWeek(WHOLE_DAY), ...inChina },
  },
  { kind: 'desks', key: 'COMPANY', value: { INTAKE: 'STANDARD', COORDINATION: 'STANDARD', NATIONAL: 'NATIONAL' } },
  {
    kind: 'limits',
    key: 'COMPANY',
    value: {
      openDuties: 100,
      holdDays: 3,
      holdsWithoutApproval: 1,
      contestedAfterDeclines: 2,
      appealHours: 24,
      unjustifiedDeclinesPercent: 3,
    },
  },
];

/** A policy's value as it was stored; throws when the row is not what its kind says. */
export function parsePolicy<K extends PolicyKind>(kind: K, value: unknown): PolicyValues[K] {
  return POLICY_SHAPES[kind].parse(value) as PolicyValues[K];
}
