/**
 * Policies as values: rows of the directory, parsed once a version. What a company has no row of has a default of its
 * own, so that rules need no case for it.
 */
import { hoursOf } from '../rules/calendar.ts';
import { CALENDAR_TIME, allowanceOf } from '../rules/deadlines.ts';
import type { ClockHours, ClockTerms, DeadlinePolicy, RunsIn } from '../rules/deadlines.ts';
import type { Hours } from '../rules/hours.ts';
import { ANY_LADDER } from '../rules/ladder.ts';
import type { LadderPolicy } from '../rules/ladder.ts';
import type { QuietHours } from '../rules/quiet-hours.ts';
import { DEFAULT_POLICIES, isWithdrawn, parsePolicy } from '../rules/policies.ts';
import type { LimitsPolicy, PolicyKind, PolicyValues, StageNamePolicy } from '../rules/policies.ts';
import { DEFAULT_REGULATOR } from '../rules/regulator.ts';
import type { RegulatorPolicy } from '../rules/regulator.ts';
import { DEFAULT_CRITERIA } from '../rules/stages.ts';
import type { ExitCriteria, StageRequirement } from '../rules/stages.ts';
import { DEFAULT_TRIAGE } from '../rules/triage.ts';
import type { TriagePolicy } from '../rules/triage.ts';
import { DEFAULT_RETENTION } from '../rules/retention.ts';
import type { RetentionPolicy } from '../rules/retention.ts';
import { DEFAULT_SURVEY } from '../rules/survey.ts';
import type { SurveyPolicy } from '../rules/survey.ts';
import { DEFAULT_MESSAGES } from '../rules/customer-message.ts';
import type { CustomerMessagePolicy } from '../rules/customer-message.ts';
import { NO_WIP } from '../rules/wip.ts';
import type { WipPolicy } from '../rules/wip.ts';
import { STAGES } from '../rules/vocabulary.ts';
import type { CustomerMessagePoint, DeadlineKind, Severity, Stage } from '../rules/vocabulary.ts';
import type { Directory, Policy } from './directory.ts';

/** Where policies are looked up: the directory, or the directory as a proposal would leave it. */
export type PolicySource = Pick<Directory, 'policy' | 'policyById' | 'department'>;

/** The calendar of departments that have none of their own, and of desks that name one that is not there. */
export const STANDARD_CALENDAR = 'STANDARD';

const parsed = new WeakMap<object, unknown>();

/** The value of a policy row; parsed once for each row that a directory holds. */
export function valueOf<K extends PolicyKind>(kind: K, policy: Policy): PolicyValues[K] {
  let value = parsed.get(policy);
  if (value === undefined) parsed.set(policy, (value = parsePolicy(kind, policy.value)));
  return value as PolicyValues[K];
}

/** The newest value of a policy; null when the company has none of this name. */
export function policyValue<K extends PolicyKind>(
  policies: PolicySource,
  kind: K,
  key: string,
): PolicyValues[K] | null {
  const policy = policies.policy(kind, key);
  return policy === null ? null : valueOf(kind, policy);
}

/** The newest policy of a kind of deadline with its row's id; null when the company has no such clock. */
export function deadlinePolicy(
  policies: PolicySource,
  kind: DeadlineKind,
): { id: string; value: DeadlinePolicy } | null {
  const policy = policies.policy('deadline', kind);
  return policy === null ? null : { id: policy.id, value: valueOf('deadline', policy) };
}

/** The ladder of this kind of deadline, else of any, with its row's id; null when the company has none. */
export function ladderPolicy(
  directory: Directory,
  kind: DeadlineKind | null,
): { id: string; value: LadderPolicy } | null {
  const own = kind !== null && hasOwn(directory, 'ladder', kind) ? directory.policy('ladder', kind) : null;
  const policy = own ?? directory.policy('ladder', ANY_LADDER);
  return policy === null ? null : { id: policy.id, value: valueOf('ladder', policy) };
}

/** Whether the company has this policy, and has not withdrawn it. */
export function hasOwn(policies: Pick<PolicySource, 'policy'>, kind: PolicyKind, key: string): boolean {
  const policy = policies.policy(kind, key);
  return policy !== null && !isWithdrawn(kind, valueOf(kind, policy));
}

/** The ladder that a climb began on: a version never changes. */
export function ladderOfVersion(directory: Directory, policyId: string): LadderPolicy | null {
  const policy = directory.policyById(policyId);
  return policy === null ? null : valueOf('ladder', policy);
}

/** The company's quiet hours; null when it has none. */
export function quietHours(directory: Directory): QuietHours | null {
  return policyValue(directory, 'quietHours', 'COMPANY')?.hours ?? null;
}

/** The numbers of the collaboration's rules. */
export function limits(policies: PolicySource): LimitsPolicy {
  const stored = policyValue(policies, 'limits', 'COMPANY');
  if (stored !== null) return stored;
  return DEFAULT_POLICIES.find((policy) => policy.kind === 'limits')!.value;
}

/** What severity is proposed from. */
export function triagePolicy(policies: PolicySource): TriagePolicy {
  return policyValue(policies, 'triage', 'COMPANY') ?? DEFAULT_TRIAGE;
}

/** How many working days agencies give. */
export function regulatorPolicy(policies: PolicySource): RegulatorPolicy {
  return policyValue(policies, 'regulator', 'COMPANY') ?? DEFAULT_REGULATOR;
}

/** The numbers of the survey. */
export function surveyPolicy(policies: PolicySource): SurveyPolicy {
  return policyValue(policies, 'survey', 'COMPANY') ?? DEFAULT_SURVEY;
}

/** What the company calls a stage since it chose a name of its own; null while it has the product's. */
export function ownStageName(policies: PolicySource, stage: Stage): StageNamePolicy | null {
  const policy = policies.policy('stageName', stage);
  return policy?.origin === 'ADMIN' ? valueOf('stageName', policy) : null;
}

/** How long customers are kept. */
export function retentionPolicy(policies: PolicySource): RetentionPolicy {
  return policyValue(policies, 'retention', 'COMPANY') ?? DEFAULT_RETENTION;
}

/** What customers are told at a point of their case. */
export function customerMessagePolicy(policies: PolicySource, point: CustomerMessagePoint): CustomerMessagePolicy {
  return policyValue(policies, 'customerMessage', point) ?? DEFAULT_MESSAGES[point];
}

/** What leaving each stage forwards takes. */
export function exitCriteria(policies: PolicySource): ExitCriteria {
  const required = (stage: Stage) => policyValue(policies, 'criteria', stage)?.required ?? [...DEFAULT_CRITERIA[stage]];
  return Object.fromEntries(STAGES.map((stage) => [stage, required(stage)])) as Record<Stage, StageRequirement[]>;
}

/** How much work in progress a stage should hold. */
export function wipPolicy(policies: PolicySource, stage: Stage): WipPolicy {
  return policyValue(policies, 'wipLimit', stage) ?? NO_WIP;
}

/** The hours of a calendar version, by its policy id; null when there is no such version. */
export function hoursOfVersion(policies: PolicySource, calendarId: string): Hours | null {
  const policy = policies.policyById(calendarId);
  return policy === null ? null : hoursOf(policy.id, valueOf('calendar', policy));
}

/** The hours that a clock runs in now: those of the desk, or of the department (the handling one) that must act. */
export function clockHours(policies: PolicySource, runsIn: RunsIn, departmentId: string | null): ClockHours {
  if (runsIn === 'ALWAYS') return CALENDAR_TIME;
  const desks = policyValue(policies, 'desks', 'COMPANY');
  const code =
    runsIn === 'DEPARTMENT' ? policies.department(departmentId)?.calendarCode : (desks?.[runsIn] ?? undefined);
  const policy =
    policies.policy('calendar', code ?? STANDARD_CALENDAR) ?? policies.policy('calendar', STANDARD_CALENDAR);
  if (policy === null) return CALENDAR_TIME;
  return { calendarId: policy.id, hours: hoursOf(policy.id, valueOf('calendar', policy)) };
}

/**
 * By what a clock of this kind runs now, for who must act; null when the company has no such clock, or when each one
 * is given a due time of its own.
 */
export function clockTerms(
  policies: PolicySource,
  kind: DeadlineKind,
  severity: Severity,
  departmentId: string | null,
): { policyId: string; runsIn: RunsIn; terms: ClockTerms } | null {
  const policy = deadlinePolicy(policies, kind);
  const allowanceMs = policy && allowanceOf(policy.value, severity);
  if (policy === null || allowanceMs === null) return null;
  const runsIn = policy.value.runsIn[severity];
  const hours = clockHours(policies, runsIn, departmentId);
  return { policyId: policy.id, runsIn, terms: { allowanceMs, hours, warnPercent: policy.value.warnPercent } };
}
