/**
 * Policies: every number, ladder and name of the product is a versioned row. The shapes are those of a row's value, by
 * kind; `DEFAULT_POLICIES` is what a new installation starts with (domain.md). An upgrade replaces rows of origin
 * DEFAULT, never an administrator's.
 */
import { z } from 'zod';
import { APPROVAL_SHAPE, DEFAULT_APPROVAL } from './approval.ts';
import type { ApprovalPolicy } from './approval.ts';
import { CALENDAR_SHAPE } from './calendar.ts';
import type { CalendarPolicy } from './calendar.ts';
import { ANY_STANDARD, COMPENSATION_SHAPE, DEFAULT_STANDARD } from './compensation.ts';
import type { CompensationPolicy } from './compensation.ts';
import { CONTACT_TEMPLATE_SHAPE, DEFAULT_TEMPLATES, TEMPLATE_KEY } from './contact-template.ts';
import type { ContactTemplatePolicy } from './contact-template.ts';
import { RUNS_IN } from './deadlines.ts';
import type { DeadlinePolicy } from './deadlines.ts';
import { DUTY_TEMPLATE_SHAPE } from './duty-template.ts';
import type { DutyTemplatePolicy } from './duty-template.ts';
import { GROUP_OWNER_FROM, GROUP_SIZE } from './group-case.ts';
import { ANY_LADDER, DEFAULT_LADDERS, LADDER_SHAPE } from './ladder.ts';
import type { LadderPolicy } from './ladder.ts';
import { QUIET_HOURS_SHAPE } from './quiet-hours.ts';
import type { QuietHours } from './quiet-hours.ts';
import { DEFAULT_RETENTION, RETENTION_SHAPE } from './retention.ts';
import type { RetentionPolicy } from './retention.ts';
import { DEFAULT_REGULATOR, REGULATOR_SHAPE } from './regulator.ts';
import type { RegulatorPolicy } from './regulator.ts';
import { ROSTER_SHAPE } from './roster.ts';
import type { RosterPolicy } from './roster.ts';
import { DEFAULT_CRITERIA, STAGE_REQUIREMENTS } from './stages.ts';
import type { StageRequirement } from './stages.ts';
import { DEFAULT_TRIAGE, TRIAGE_SHAPE } from './triage.ts';
import type { TriagePolicy } from './triage.ts';
import { DEFAULT_SURVEY, SURVEY_SHAPE } from './survey.ts';
import type { SurveyPolicy } from './survey.ts';
import { WIP_SHAPE } from './wip-shape.ts';
import { NO_WIP } from './wip.ts';
import type { WipPolicy } from './wip.ts';
import { CUSTOMER_MESSAGE_SHAPE, DEFAULT_MESSAGES } from './customer-message.ts';
import type { CustomerMessagePolicy } from './customer-message.ts';
import { CUSTOMER_MESSAGE_POINTS, DEADLINE_KINDS, STAGES } from './vocabulary.ts';
import type { Stage } from './vocabulary.ts';

const LONGEST_MINUTES = 525_600;
/** A column's head has no room for more. */
const STAGE_NAME_LENGTH = 20;
const whole = (min: number, max: number) =>
  z.number('invalid').min(min, 'numberTooSmall').max(max, 'numberTooLarge').int('numberNotWhole');
const minutes = whole(1, LONGEST_MINUTES);
const runsIn = z.enum(RUNS_IN, 'invalid');
const code = z.string('invalid');
const stageWord = z
  .string('invalid')
  .trim()
  .min(1, 'required')
  .max(STAGE_NAME_LENGTH, 'tooLong')
  // Braces mean something in the texts of the board.
  .regex(/^[^\p{Cc}\p{Cs}{}]*$/u, 'invalid');
const bySeverity = <T extends z.ZodType>(shape: T) =>
  z.strictObject({ URGENT: shape, IMPORTANT: shape, GENERAL: shape });

/** Which calendars the hours of the company's desks are; keys of policies of kind `calendar`. */
export interface DesksPolicy {
  INTAKE: string;
  COORDINATION: string;
  NATIONAL: string;
}

/** When nobody is named by a ladder, unless it is urgent. */
export interface QuietHoursPolicy {
  /** Null: no hour is quiet. */
  hours: QuietHours | null;
}

/** The numbers of the collaboration's rules. */
export interface LimitsPolicy {
  /** How many duties of one complaint may be open at once. */
  openDuties: number;
  /** How many promises to one customer may be open at once. */
  openPromises: number;
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
  /** From how many complaints on a group case is the owner's to hear of at once. */
  groupOwnerFrom: number;
}

/** What leaving a stage forwards takes; in the order in which it is asked for. */
export interface CriteriaPolicy {
  required: StageRequirement[];
}

/** What the company calls a stage. */
export interface StageNamePolicy {
  zh: string;
  en: string;
}

/** The shape of a policy's value, by kind. The messages are keys of the contract's catalogue. */
export const POLICY_SHAPES = {
  /** Keys: the kinds of deadlines. */
  deadline: z.strictObject({
    minutes: bySeverity(minutes).nullable(),
    runsIn: bySeverity(runsIn),
    warnPercent: whole(1, 99),
  }),
  /** Keys: calendar codes; `STANDARD` is that of departments without one of their own. */
  calendar: CALENDAR_SHAPE,
  /** Keys: the kinds of deadlines; `ANY` for those that have none of their own, and by hand. */
  ladder: LADDER_SHAPE,
  /** Key: COMPANY. */
  quietHours: z.strictObject({ hours: QUIET_HOURS_SHAPE }, 'invalid'),
  /** Key: COORDINATION. Without one every coordinator is on duty. */
  roster: ROSTER_SHAPE,
  /** Key: COMPANY. */
  desks: z.strictObject({ INTAKE: code, COORDINATION: code, NATIONAL: code }),
  /** Key: COMPANY. */
  limits: z.strictObject({
    openDuties: whole(1, 1_000),
    openPromises: whole(1, 1_000),
    holdDays: whole(1, 365),
    holdsWithoutApproval: whole(0, 100),
    contestedAfterDeclines: whole(1, 10),
    appealHours: whole(1, 8_760),
    unjustifiedDeclinesPercent: z.number('invalid').min(0, 'numberTooSmall').max(100, 'numberTooLarge'),
    // Limits that were kept before there were group cases know nothing of it.
    groupOwnerFrom: whole(GROUP_SIZE.min, GROUP_SIZE.max).default(GROUP_OWNER_FROM),
  }),
  /** Keys: stages. */
  criteria: z.strictObject({
    required: z
      .array(z.enum(STAGE_REQUIREMENTS as [StageRequirement], 'invalid'), 'invalid')
      .transform((required) => STAGE_REQUIREMENTS.filter((requirement) => required.includes(requirement))),
  }),
  /** Keys: stages. */
  stageName: z.strictObject({ zh: stageWord, en: stageWord }),
  /** Keys: category codes; a category without one has its parent's. */
  dutyTemplate: DUTY_TEMPLATE_SHAPE,
  /** Key: COMPANY. */
  survey: SURVEY_SHAPE,
  /** Keys: codes that the company chooses. */
  contactTemplate: CONTACT_TEMPLATE_SHAPE,
  /** Keys: the points at which customers are told. */
  customerMessage: CUSTOMER_MESSAGE_SHAPE,
  /** Key: COMPANY. */
  triage: TRIAGE_SHAPE,
  /** Keys: category codes; a category without one has its parent's, and `ANY` is everybody's. */
  compensation: COMPENSATION_SHAPE,
  /** Key: COMPANY. */
  approval: APPROVAL_SHAPE,
  /** Key: COMPANY. */
  retention: RETENTION_SHAPE,
  regulator: REGULATOR_SHAPE,
  /** Keys: stages, without CLOSED, which takes in whatever is done. */
  wipLimit: WIP_SHAPE,
} as const;

export type PolicyKind = keyof typeof POLICY_SHAPES;

/** A policy's value by its kind. */
export interface PolicyValues {
  deadline: DeadlinePolicy;
  calendar: CalendarPolicy;
  ladder: LadderPolicy;
  quietHours: QuietHoursPolicy;
  roster: RosterPolicy;
  desks: DesksPolicy;
  limits: LimitsPolicy;
  criteria: CriteriaPolicy;
  stageName: StageNamePolicy;
  dutyTemplate: DutyTemplatePolicy;
  survey: SurveyPolicy;
  contactTemplate: ContactTemplatePolicy;
  customerMessage: CustomerMessagePolicy;
  triage: TriagePolicy;
  compensation: CompensationPolicy;
  approval: ApprovalPolicy;
  retention: RetentionPolicy;
  regulator: RegulatorPolicy;
  wipLimit: WipPolicy;
}

const CALENDAR_CODE = /^[A-Z][A-Z0-9_]{0,31}$/;
/** Whether there is such a category is for who writes the row to know. */
const CATEGORY_CODE = /^[^\s\p{Cc}]{1,200}$/u;
const isDeadlineKind = (key: string) => (DEADLINE_KINDS as readonly string[]).includes(key);
const isCompany = (key: string) => key === 'COMPANY';
const isStage = (key: string) => (STAGES as readonly string[]).includes(key);

/** Which keys a policy of a kind can have. */
export const POLICY_KEYS: Record<PolicyKind, (key: string) => boolean> = {
  deadline: isDeadlineKind,
  calendar: (key) => CALENDAR_CODE.test(key),
  ladder: (key) => key === ANY_LADDER || isDeadlineKind(key),
  quietHours: isCompany,
  roster: (key) => key === 'COORDINATION',
  desks: isCompany,
  limits: isCompany,
  // CLOSED is left backwards only.
  criteria: (key) => isStage(key) && key !== 'CLOSED',
  stageName: isStage,
  dutyTemplate: (key) => CATEGORY_CODE.test(key),
  survey: isCompany,
  contactTemplate: (key) => TEMPLATE_KEY.test(key),
  customerMessage: (key) => (CUSTOMER_MESSAGE_POINTS as readonly string[]).includes(key),
  triage: isCompany,
  compensation: (key) => CATEGORY_CODE.test(key),
  approval: isCompany,
  retention: isCompany,
  regulator: isCompany,
  wipLimit: (key) => isStage(key) && key !== 'CLOSED',
};

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

const criteria = (key: Stage): PolicySeed => ({
  kind: 'criteria',
  key,
  value: { required: [...DEFAULT_CRITERIA[key]] },
});

const STAGE_NAMES: Record<Stage, StageNamePolicy> = {
  RECEIVED: { zh: '待派单', en: 'Received' },
  CONFIRMED: { zh: '受理', en: 'Confirmed' },
  INVESTIGATING: { zh: '调查', en: 'Investigating' },
  RESOLVING: { zh: '处理', en: 'Resolving' },
  FOLLOWING_UP: { zh: '回访', en: 'Following up' },
  CLOSED: { zh: '结案', en: 'Closed' },
};
const stageName = (key: Stage): PolicySeed => ({ kind: 'stageName', key, value: STAGE_NAMES[key] });

export const DEFAULT_POLICIES: readonly PolicySeed[] = [
  deadline('DISPATCH', [1, 10, 10], inHoursOf('INTAKE')),
  deadline('CLAIM', [15, 60, 60], inHoursOf('DEPARTMENT')),
  deadline('RULING', [30, hours(2), hours(2)], inHoursOf('COORDINATION')),
  deadline('FIRST_RESPONSE', [30, hours(4), hours(24)], always),
  deadline('PROGRESS', [hours(4), hours(24), hours(48)], always),
  deadline('RESOLUTION', [hours(24), hours(48), hours(72)], always),
  deadline('FOLLOW_UP', [hours(48), hours(72), hours(72)], always),
  deadline('PROMISE', null, always),
  deadline('REGULATOR', null, { URGENT: 'NATIONAL', IMPORTANT: 'NATIONAL', GENERAL: 'NATIONAL' }),
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
  ...Object.entries(DEFAULT_LADDERS).map(([key, value]) => ({ kind: 'ladder', key, value }) as const),
  {
    kind: 'quietHours',
    key: 'COMPANY',
    value: { hours: { from: '22:00', to: '08:00', timeZone: 'Asia/Shanghai' } },
  },
  { kind: 'desks', key: 'COMPANY', value: { INTAKE: 'STANDARD', COORDINATION: 'STANDARD', NATIONAL: 'NATIONAL' } },
  {
    kind: 'limits',
    key: 'COMPANY',
    value: {
      openDuties: 100,
      openPromises: 20,
      holdDays: 3,
      holdsWithoutApproval: 1,
      contestedAfterDeclines: 2,
      appealHours: 24,
      unjustifiedDeclinesPercent: 3,
      groupOwnerFrom: GROUP_OWNER_FROM,
    },
  },
  { kind: 'survey', key: 'COMPANY', value: DEFAULT_SURVEY },
  ...STAGES.filter((stage) => stage !== 'CLOSED').map(criteria),
  ...STAGES.map(stageName),
  ...STAGES.filter((stage) => stage !== 'CLOSED').map((key) => ({ kind: 'wipLimit', key, value: NO_WIP }) as const),
  { kind: 'triage', key: 'COMPANY', value: DEFAULT_TRIAGE },
  { kind: 'compensation', key: ANY_STANDARD, value: DEFAULT_STANDARD },
  { kind: 'approval', key: 'COMPANY', value: DEFAULT_APPROVAL },
  { kind: 'retention', key: 'COMPANY', value: DEFAULT_RETENTION },
  { kind: 'regulator', key: 'COMPANY', value: DEFAULT_REGULATOR },
  ...Object.entries(DEFAULT_TEMPLATES).map(([key, value]) => ({ kind: 'contactTemplate', key, value }) as const),
  ...CUSTOMER_MESSAGE_POINTS.map((key) => ({ kind: 'customerMessage', key, value: DEFAULT_MESSAGES[key] }) as const),
];

/**
 * What a policy says once it was withdrawn (PO16): nothing of its own. Then a kind of deadline has the ladder of any
 * kind, a category its parent's list, and every coordinator is on duty.
 */
const WITHDRAWN = {
  ladder: { steps: { URGENT: [], IMPORTANT: [], GENERAL: [] } },
  roster: { timeZone: 'UTC', shifts: [], exceptions: [] },
  dutyTemplate: { duties: [] },
  compensation: { lines: [] },
  contactTemplate: { purpose: 'REPLY', nameZh: '', nameEn: '', zh: '', en: '' },
} as const satisfies { [K in PolicyKind]?: PolicyValues[K] };

/** What a policy goes back to: the product's default, or having nothing of its own; null when it can do neither. */
export function defaultOf(kind: PolicyKind, key: string): PolicyValues[PolicyKind] | null {
  const found = DEFAULT_POLICIES.find((policy) => policy.kind === kind && policy.key === key);
  if (found !== undefined) return found.value;
  return kind in WITHDRAWN ? WITHDRAWN[kind as keyof typeof WITHDRAWN] : null;
}

/** Whether the value says nothing of its own, so that the policy is as good as not there. */
export function isWithdrawn<K extends PolicyKind>(kind: K, value: PolicyValues[K]): boolean {
  if (kind === 'ladder') return Object.values((value as LadderPolicy).steps).every(({ length }) => length === 0);
  if (kind === 'dutyTemplate') return (value as DutyTemplatePolicy).duties.length === 0;
  if (kind === 'compensation') return (value as CompensationPolicy).lines.length === 0;
  if (kind === 'contactTemplate') return (value as ContactTemplatePolicy).zh === '';
  return false;
}

/** A policy's value as it was stored, withdrawn ones included; throws when the row is not what its kind says. */
export function parsePolicy<K extends PolicyKind>(kind: K, value: unknown): PolicyValues[K] {
  if (isWithdrawn(kind, value as PolicyValues[K])) return value as PolicyValues[K];
  return POLICY_SHAPES[kind].parse(value) as PolicyValues[K];
}
