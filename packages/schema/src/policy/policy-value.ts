/**
 * The value of a policy as the contract knows it: a type for each kind. What the rules keep by severity, weekday or desk
 * has field names here.
 */
import type { PolicyKind, PolicyValues } from '@redress/domain/rules/policies';
import { builder } from '../builder.ts';
import { CalendarPolicy, CalendarPolicyInput, calendarValue } from '../calendar/calendar-policy.ts';
import { ApprovalPolicy, ApprovalPolicyInput } from './values/approval.ts';
import { CompensationPolicy, CompensationPolicyInput } from './values/compensation.ts';
import { ContactTemplatePolicy, ContactTemplatePolicyInput } from './values/contact-template.ts';
import { CriteriaPolicy, CriteriaPolicyInput } from './values/criteria.ts';
import { CustomerMessagePolicy, CustomerMessagePolicyInput } from './values/customer-message.ts';
import { DeadlinePolicy, DeadlinePolicyInput } from './values/deadline.ts';
import { DesksPolicy, DesksPolicyInput } from './values/desks.ts';
import { DutyTemplatePolicy, DutyTemplatePolicyInput } from './values/duty-template.ts';
import { LadderPolicy, LadderPolicyInput, ladderPath, ladderValue } from './values/ladder.ts';
import { LimitsPolicy, LimitsPolicyInput } from './values/limits.ts';
import { QuietHoursPolicy, QuietHoursPolicyInput, quietHoursPath, quietHoursValue } from './values/quiet-hours.ts';
import { RetentionPolicy, RetentionPolicyInput } from './values/retention.ts';
import { RegulatorPolicy, RegulatorPolicyInput } from './values/regulator.ts';
import { RosterPolicy, RosterPolicyInput, rosterPath, rosterValue } from './values/roster.ts';
import { TriagePolicy, TriagePolicyInput } from './values/triage.ts';
import { StageNamePolicy, StageNamePolicyInput } from './values/stage-name.ts';
import { SurveyPolicy, SurveyPolicyInput } from './values/survey.ts';
import { WipLimitPolicy, WipLimitPolicyInput, wipLimitPath, wipLimitValue } from './values/wip-limit.ts';

export const PolicyKindEnum = builder.enumType('PolicyKind', {
  description: 'What a policy settles; its `key` says for what.',
  values: {
    DEADLINE: { value: 'deadline', description: 'How long a clock may take. Keys: the values of DeadlineKind.' },
    CALENDAR: { value: 'calendar', description: 'When somebody works. Keys: codes; `STANDARD` is the company.' },
    LADDER: {
      value: 'ladder',
      description: 'Who is named after a breach. Keys: the values of DeadlineKind, and `ANY`.',
    },
    QUIET_HOURS: { value: 'quietHours', description: 'When no ladder names anybody. Key: COMPANY.' },
    ROSTER: { value: 'roster', description: 'Which coordinators are on duty. Key: COORDINATION.' },
    DESKS: { value: 'desks', description: 'By which calendars the desks of the company work. Key: COMPANY.' },
    LIMITS: { value: 'limits', description: "The numbers of the collaboration's rules. Key: COMPANY." },
    SURVEY: { value: 'survey', description: 'The numbers of the survey. Key: COMPANY.' },
    CRITERIA: { value: 'criteria', description: 'What leaving a stage takes. Keys: stages, without CLOSED.' },
    STAGE_NAME: { value: 'stageName', description: 'What the company calls a stage. Keys: stages.' },
    DUTY_TEMPLATE: {
      value: 'dutyTemplate',
      description: 'The collaboration list of a category. Keys: codes of categories.',
    },
    TRIAGE: { value: 'triage', description: 'What severity is proposed from, beside the category. Key: COMPANY.' },
    COMPENSATION: {
      value: 'compensation',
      description: 'What a category is usually settled with. Keys: codes of categories, and `ANY`.',
    },
    APPROVAL: { value: 'approval', description: 'Who approves what is given to customers. Key: COMPANY.' },
    RETENTION: { value: 'retention', description: 'How long customers are kept. Key: COMPANY.' },
    REGULATOR: {
      value: 'regulator',
      description: 'How many working days agencies give. Key: COMPANY.',
    },
    WIP_LIMIT: {
      value: 'wipLimit',
      description: 'How much work in progress a stage should hold. Keys: stages, without CLOSED.',
    },
    CONTACT_TEMPLATE: {
      value: 'contactTemplate',
      description: 'A text to customers. Keys: codes that the company chooses.',
    },
    CUSTOMER_MESSAGE: {
      value: 'customerMessage',
      description: 'What customers are told by itself. Keys: the values of CustomerMessagePoint.',
    },
  } satisfies Record<string, { value: PolicyKind; description: string }>,
});

const TYPES = {
  deadline: DeadlinePolicy,
  calendar: CalendarPolicy,
  ladder: LadderPolicy,
  quietHours: QuietHoursPolicy,
  roster: RosterPolicy,
  desks: DesksPolicy,
  limits: LimitsPolicy,
  criteria: CriteriaPolicy,
  stageName: StageNamePolicy,
  dutyTemplate: DutyTemplatePolicy,
  survey: SurveyPolicy,
  contactTemplate: ContactTemplatePolicy,
  customerMessage: CustomerMessagePolicy,
  triage: TriagePolicy,
  compensation: CompensationPolicy,
  approval: ApprovalPolicy,
  retention: RetentionPolicy,
  regulator: RegulatorPolicy,
  wipLimit: WipLimitPolicy,
} as const satisfies Record<PolicyKind, unknown>;

/** Whose kind a value is of: values carry no name of their own. */
const kinds = new WeakMap<object, PolicyKind>();

/** Remembers of which kind the value is, for the union. */
export function ofKind<K extends PolicyKind>(kind: K, value: PolicyValues[K]): PolicyValues[K] {
  kinds.set(value, kind);
  return value;
}

export const PolicyValue = builder.unionType('PolicyValue', {
  description: 'What a policy says, by its kind. More kinds may be added: have a default branch.',
  types: Object.values(TYPES),
  resolveType: (value) => TYPES[kinds.get(value)!].name,
});

export const PolicyValueInput = builder.inputType('PolicyValueInput', {
  description: 'What a policy is to say, and thereby of which kind it is.',
  isOneOf: true,
  fields: (t) => ({
    deadline: t.field({ type: DeadlinePolicyInput, description: 'How long a clock may take.' }),
    calendar: t.field({ type: CalendarPolicyInput, description: 'When somebody works.' }),
    ladder: t.field({ type: LadderPolicyInput, description: 'Who is named after a breach.' }),
    quietHours: t.field({ type: QuietHoursPolicyInput, description: 'When no ladder names anybody.' }),
    roster: t.field({ type: RosterPolicyInput, description: 'Which coordinators are on duty.' }),
    desks: t.field({ type: DesksPolicyInput, description: 'By which calendars the desks work.' }),
    limits: t.field({ type: LimitsPolicyInput, description: 'The numbers of the rules.' }),
    criteria: t.field({ type: CriteriaPolicyInput, description: 'What leaving a stage takes.' }),
    stageName: t.field({ type: StageNamePolicyInput, description: 'What a stage is called.' }),
    survey: t.field({ type: SurveyPolicyInput, description: 'The numbers of the survey.' }),
    dutyTemplate: t.field({ type: DutyTemplatePolicyInput, description: 'What a category asks of departments.' }),
    triage: t.field({ type: TriagePolicyInput, description: 'What severity is proposed from.' }),
    compensation: t.field({ type: CompensationPolicyInput, description: 'What a category is usually settled with.' }),
    approval: t.field({ type: ApprovalPolicyInput, description: 'Who approves what is given to customers.' }),
    retention: t.field({ type: RetentionPolicyInput, description: 'How long customers are kept.' }),
    regulator: t.field({ type: RegulatorPolicyInput, description: 'How many working days agencies give.' }),
    wipLimit: t.field({ type: WipLimitPolicyInput, description: 'How much a stage should hold.' }),
    contactTemplate: t.field({ type: ContactTemplatePolicyInput, description: 'What customers are told.' }),
    customerMessage: t.field({
      type: CustomerMessagePolicyInput,
      description: 'What customers are told by itself.',
    }),
  }),
});

const upper = (name: string) => name.toUpperCase();

/** How the rules name the fields that the contract names otherwise; by kind and, where it is a part, by field. */
const RENAMED: Partial<Record<PolicyKind, Record<string, (name: string) => string>>> = {
  deadline: { minutes: upper, runsIn: upper },
  desks: { '': upper },
};

/** The kind of an input value, and the value as the rules know it: null for what is left out. */
export function valueFromInput(input: Record<string, unknown>): { kind: PolicyKind; value: unknown } {
  const [kind, given] = Object.entries(input).find(([, value]) => value !== undefined && value !== null)!;
  return { kind: kind as PolicyKind, value: storedValue(kind as PolicyKind, given as Record<string, unknown>) };
}

/** Kinds whose input is built otherwise than the rules keep it. */
const CONVERTED: Partial<Record<PolicyKind, (given: never) => unknown>> = {
  calendar: calendarValue,
  ladder: ladderValue,
  quietHours: quietHoursValue,
  roster: rosterValue,
  wipLimit: wipLimitValue,
};

function storedValue(kind: PolicyKind, given: Record<string, unknown>): unknown {
  const converted = CONVERTED[kind];
  if (converted !== undefined) return converted(given as never);
  const renamed = RENAMED[kind];
  const whole = renamed?.[''];
  if (whole !== undefined) return rename(given, whole);
  const nothing = Object.fromEntries((OPTIONAL[kind] ?? []).map((field) => [field, null]));
  const parts = Object.entries(given).map(([field, part]) => {
    const by = renamed?.[field];
    return [field, by === undefined || part === null || part === undefined ? part : rename(part as object, by)];
  });
  return { ...nothing, ...Object.fromEntries(parts.filter(([, part]) => part !== undefined)) };
}

/** Fields that the contract lets be left out, and the rules want said. */
const OPTIONAL: Partial<Record<PolicyKind, readonly string[]>> = {
  deadline: ['minutes'],
};

function rename(part: object, by: (name: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [by(name), value]));
}

/** Kinds whose paths are others in the input, too. */
const PATHS: Partial<Record<PolicyKind, (path: readonly string[], value: never) => string[]>> = {
  ladder: ladderPath,
  quietHours: quietHoursPath,
  roster: rosterPath,
  wipLimit: wipLimitPath,
};

/** A path of the rules as the contract names it, from the input's `value` down; `value` is what the rules were given. */
export function inputPath(kind: PolicyKind, [root, ...path]: readonly string[], value: unknown): string[] {
  if (root !== 'value') return [root!, ...path];
  const named =
    PATHS[kind]?.(path, value as never) ?? path.map((name) => (/^[A-Z_]+$/.test(name) ? name.toLowerCase() : name));
  return ['value', kind, ...named];
}
