/**
 * How each kind of policy is shown as a form: flat fields, which a draft can keep, and back. Pure, for tests.
 */
import { STAGE_REQUIREMENTS } from '@redress/domain/rules/stages';
import { CHANNELS, CONSEQUENCES } from '@redress/domain/rules/vocabulary';
import type { VariablesOf } from '../../graphql.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { PolicyEntry, policySetMutation } from './settings-documents.ts';
import { calendarFields, calendarValue } from './calendar-text.ts';
import { durationText } from './duration.ts';
import { LADDER_PARTS, SEVERITY_KEYS, ladderFields, ladderInput } from './ladder/ladder-form.ts';
import { quietFields, quietInput } from './quiet/quiet-form.ts';
import {
  approvalFields,
  approvalInput,
  approvalShape,
  standardFields,
  standardInput,
  standardShape,
} from './payment/payment-form.ts';
import { wipDepartments, wipFields } from './wip/wip-form.ts';
import { rosterFields, rosterInput } from './roster/roster-form.ts';
import { templateFields, templateInput } from './templates/template-form.ts';
import { WHOLE_DAYS, minutesOf } from './duration-fields.ts';
import type { Workdays } from './duration-fields.ts';
import type { SettingsKey } from './use-settings-t.ts';

export type PolicyValue = PolicyEntry['value'];
export type PolicyValueInput = VariablesOf<typeof policySetMutation>['input']['value'];
export type Fields = Record<string, string | boolean>;

/** One field of a form. Its name is the path of the value below its kind: what the server's issues name. */
export interface FieldShape {
  name: string;
  type: 'number' | 'duration' | 'text' | 'lines' | 'check' | 'runsIn' | 'calendar' | 'purpose' | 'severity' | 'basis';
  /** Of a duration: the field that says in whose time it runs; null: around the clock. */
  runsIn?: string | null;
  /** A text of this screen, or the board's own word for a code. */
  label:
    | SettingsKey
    | `severity.${'URGENT' | 'IMPORTANT' | 'GENERAL'}`
    | `consequence.${(typeof CONSEQUENCES)[number]}`
    | `channel.${(typeof CHANNELS)[number]}`
    | `requirement.${(typeof STAGE_REQUIREMENTS)[number]}`;
  hint?: SettingsKey;
  /** Fields of one group stand under one heading. */
  group?: SettingsKey;
}

const SEVERITIES = ['URGENT', 'IMPORTANT', 'GENERAL'] as const;
const bySeverity = (part: 'minutes' | 'runsIn', type: FieldShape['type'], group: SettingsKey): FieldShape[] =>
  SEVERITIES.map((severity) => ({
    name: `${part}.${severity.toLowerCase()}`,
    type,
    label: `severity.${severity}`,
    group,
    ...(type === 'duration' && { runsIn: `runsIn.${severity.toLowerCase()}` }),
  }));

const SURVEY_NUMBERS = [
  'firstReminderHours',
  'secondReminderHours',
  'expiryHours',
  'reopenAtOrBelow',
  'maxReopenings',
] as const;
const RETENTION = ['months', 'legalMonths'] as const;
const REGULATOR_DAYS = [
  'accept12315',
  'answer12315',
  'accept12345',
  'answer12345',
  'acceptOther',
  'answerOther',
] as const;
const LIMITS = [
  'openDuties',
  'openPromises',
  'holdDays',
  'holdsWithoutApproval',
  'contestedAfterDeclines',
  'appealHours',
  'unjustifiedDeclinesPercent',
  'groupOwnerFrom',
] as const;

/** The fields of a policy, in the order in which they are shown. */
export function shapeOf(value: PolicyValue): FieldShape[] {
  switch (value.__typename) {
    case 'DeadlinePolicy':
      return [
        ...(value.minutes === null ? [] : bySeverity('minutes', 'duration', 'settings.minutes')),
        ...bySeverity('runsIn', 'runsIn', 'settings.runsIn'),
        { name: 'warnPercent', type: 'number', label: 'settings.warnPercent' },
      ];
    case 'LimitsPolicy':
      return LIMITS.map((name) => ({ name, type: 'number', label: `settings.limits.${name}` }));
    case 'DesksPolicy':
      return (['intake', 'coordination', 'national'] as const).map((name) => ({
        name,
        type: 'calendar',
        label: `settings.desk.${name}`,
      }));
    case 'CriteriaPolicy':
      return STAGE_REQUIREMENTS.map((name) => ({ name, type: 'check', label: `requirement.${name}` }));
    case 'StageNamePolicy':
      return [
        { name: 'zh', type: 'text', label: 'settings.nameZh' },
        { name: 'en', type: 'text', label: 'settings.nameEn' },
      ];
    case 'CalendarPolicy':
      return [
        { name: 'nameZh', type: 'text', label: 'settings.nameZh' },
        { name: 'nameEn', type: 'text', label: 'settings.nameEn' },
        { name: 'timeZone', type: 'text', label: 'settings.timeZone' },
        { name: 'holidays', type: 'text', label: 'settings.holidays' },
        ...([1, 2, 3, 4, 5, 6, 7] as const).map(
          (day): FieldShape => ({
            name: `week.${day}`,
            type: 'text',
            label: `settings.weekday.${day}`,
            group: 'settings.week',
          }),
        ),
        { name: 'makeUp', type: 'text', label: 'settings.makeUp' },
        { name: 'days', type: 'lines', label: 'settings.days' },
      ];
    case 'LadderPolicy':
      return LADDER_PARTS.map((name) => ({ name, type: 'lines', label: SEVERITY_KEYS[name] }));
    case 'QuietHoursPolicy':
      return [
        { name: 'quiet', type: 'lines', label: 'settings.section.QUIET_HOURS' },
        { name: 'from', type: 'text', label: 'settings.quiet.from' },
        { name: 'to', type: 'text', label: 'settings.quiet.to' },
        { name: 'timeZone', type: 'text', label: 'settings.quiet.zone' },
      ];
    case 'RosterPolicy':
      return [
        { name: 'timeZone', type: 'text', label: 'settings.roster.zone' },
        { name: 'shifts', type: 'lines', label: 'settings.roster.shifts' },
        { name: 'exceptions', type: 'lines', label: 'settings.roster.exceptions' },
      ];
    case 'DutyTemplatePolicy':
      return [{ name: 'duties', type: 'lines', label: 'settings.section.DUTY_TEMPLATE' }];
    case 'SurveyPolicy':
      return SURVEY_NUMBERS.map((name) => ({ name, type: 'number', label: `settings.survey.${name}` }));
    case 'RetentionPolicy':
      return RETENTION.map((name) => ({
        name,
        type: 'number',
        label: `settings.retention.${name}`,
        hint: `settings.retention.${name}Hint`,
      }));
    case 'RegulatorPolicy':
      return REGULATOR_DAYS.map((name) => ({ name, type: 'number', label: `settings.regulator.${name}` }));
    case 'WipLimitPolicy':
      return [
        { name: 'column', type: 'number', label: 'settings.wip.column', hint: 'settings.wip.none' },
        { name: 'department', type: 'number', label: 'settings.wip.department', hint: 'settings.wip.none' },
        { name: 'departments', type: 'lines', label: 'settings.wip.departments', hint: 'settings.wip.departmentsHint' },
        { name: 'enforced', type: 'check', label: 'settings.wip.enforced' },
      ];
    case 'TriagePolicy':
      return [
        ...CONSEQUENCES.map(
          (one): FieldShape => ({
            name: one.toLowerCase(),
            type: 'severity',
            label: `consequence.${one}`,
            group: 'settings.triage.consequences',
          }),
        ),
        ...CHANNELS.map(
          (one): FieldShape => ({
            name: `publicChannels.${one}`,
            type: 'check',
            label: `channel.${one}`,
            group: 'settings.triage.public',
          }),
        ),
        { name: 'tiers', type: 'lines', label: 'settings.triage.tiers', hint: 'settings.triage.tiersHint' },
        { name: 'angryWords', type: 'lines', label: 'settings.triage.angry', hint: 'settings.triage.angryHint' },
      ];
    case 'ApprovalPolicy':
      return approvalShape(value);
    case 'CompensationPolicy':
      return standardShape();
    case 'CustomerMessagePolicy':
      return [
        { name: 'isOn', type: 'check', label: 'settings.told.isOn' },
        { name: 'zh', type: 'lines', label: 'settings.words.zh', hint: 'settings.told.places' },
        { name: 'en', type: 'lines', label: 'settings.words.en', hint: 'settings.told.places' },
      ];
    case 'ContactTemplatePolicy':
      return [
        { name: 'purpose', type: 'purpose', label: 'settings.words.purpose' },
        { name: 'nameZh', type: 'text', label: 'settings.nameZh' },
        { name: 'nameEn', type: 'text', label: 'settings.nameEn' },
        { name: 'zh', type: 'lines', label: 'settings.words.zh', hint: 'settings.words.places' },
        { name: 'en', type: 'lines', label: 'settings.words.en', hint: 'settings.words.places' },
      ];
  }
}

/** A policy's value as fields of a form, lengths of time in the words of the language. */
export function fieldsOf(value: PolicyValue, t: Translate): Fields {
  switch (value.__typename) {
    case 'DeadlinePolicy': {
      const { minutes, runsIn, warnPercent } = value;
      const parts = SEVERITIES.map((severity) => severity.toLowerCase() as 'urgent' | 'important' | 'general');
      return {
        ...(minutes &&
          Object.fromEntries(
            parts.map((part) => [`minutes.${part}`, durationText(minutes[part], t, runsIn[part] === 'ALWAYS')]),
          )),
        ...Object.fromEntries(parts.map((part) => [`runsIn.${part}`, runsIn[part]])),
        warnPercent: String(warnPercent),
      };
    }
    case 'LimitsPolicy':
      return Object.fromEntries(LIMITS.map((name) => [name, String(value[name])]));
    case 'DesksPolicy':
      return { intake: value.intake, coordination: value.coordination, national: value.national };
    case 'CriteriaPolicy':
      return Object.fromEntries(STAGE_REQUIREMENTS.map((name) => [name, value.required.includes(name)]));
    case 'StageNamePolicy':
      return { zh: value.zh, en: value.en };
    case 'CalendarPolicy':
      return calendarFields(value);
    case 'LadderPolicy':
      return ladderFields(value, t);
    case 'QuietHoursPolicy':
      return quietFields(value);
    case 'RosterPolicy':
      return rosterFields(value);
    case 'DutyTemplatePolicy':
      return templateFields(value, t);
    case 'SurveyPolicy':
      return Object.fromEntries(SURVEY_NUMBERS.map((name) => [name, String(value[name])]));
    case 'RetentionPolicy':
      return Object.fromEntries(RETENTION.map((name) => [name, String(value[name])]));
    case 'RegulatorPolicy':
      return Object.fromEntries(REGULATOR_DAYS.map((name) => [name, String(value[name])]));
    case 'WipLimitPolicy':
      return wipFields(value);
    case 'TriagePolicy':
      return {
        injury: value.injury,
        legal: value.legal,
        press: value.press,
        ...Object.fromEntries(CHANNELS.map((one) => [`publicChannels.${one}`, value.publicChannels.includes(one)])),
        tiers: value.tiers.join('\n'),
        angryWords: value.angryWords.join('\n'),
      };
    case 'ApprovalPolicy':
      return approvalFields(value);
    case 'CompensationPolicy':
      return standardFields(value);
    case 'CustomerMessagePolicy':
      return { isOn: value.isOn, zh: value.zhTold, en: value.enTold };
    case 'ContactTemplatePolicy':
      return {
        purpose: value.purpose,
        nameZh: value.nameZh,
        nameEn: value.nameEn,
        zh: value.textZh,
        en: value.textEn,
      };
  }
}

/** What the form says, as the server takes it. A number that is none becomes 0, which the server refuses at its field. */
export function inputOf(
  of: PolicyValue['__typename'],
  fields: Fields,
  workdays: Workdays = WHOLE_DAYS,
): PolicyValueInput {
  const text = (name: string) => String(fields[name] ?? '');
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const number = (name: string) => {
    const given = Number(text(name).trim() || 'none');
    return Number.isFinite(given) ? given : 0;
  };
  const whole = (name: string) => Math.max(-1, Math.min(Math.round(number(name)), 2_000_000_000));
  const severities = <T>(read: (part: string) => T) => ({
    urgent: read('urgent'),
    important: read('important'),
    general: read('general'),
  });
  switch (of) {
    case 'DeadlinePolicy':
      return {
        deadline: {
          minutes:
            'minutes.urgent' in fields
              ? severities((part) => minutesOf(`minutes.${part}`, text(`runsIn.${part}`), fields, workdays))
              : null,
          runsIn: severities((part) => text(`runsIn.${part}`) as 'ALWAYS'),
          warnPercent: whole('warnPercent'),
        },
      };
    case 'LimitsPolicy': {
      const [openDuties, openPromises, holdDays, holdsWithoutApproval, contestedAfterDeclines, appealHours] =
        LIMITS.map(whole);
      return {
        limits: {
          openDuties: openDuties!,
          openPromises: openPromises!,
          holdDays: holdDays!,
          holdsWithoutApproval: holdsWithoutApproval!,
          contestedAfterDeclines: contestedAfterDeclines!,
          appealHours: appealHours!,
          unjustifiedDeclinesPercent: number('unjustifiedDeclinesPercent'),
          groupOwnerFrom: whole('groupOwnerFrom'),
        },
      };
    }
    case 'DesksPolicy':
      return { desks: { intake: text('intake'), coordination: text('coordination'), national: text('national') } };
    case 'CriteriaPolicy':
      return { criteria: { required: STAGE_REQUIREMENTS.filter((name) => fields[name] === true) } };
    case 'StageNamePolicy':
      return { stageName: { zh: text('zh'), en: text('en') } };
    case 'CalendarPolicy':
      return { calendar: calendarValue(text) };
    case 'LadderPolicy':
      return { ladder: ladderInput(fields) };
    case 'QuietHoursPolicy':
      return { quietHours: quietInput(fields) };
    case 'RosterPolicy':
      return { roster: rosterInput(fields) };
    case 'DutyTemplatePolicy':
      return { dutyTemplate: templateInput(fields, workdays.DEPARTMENT) };
    case 'SurveyPolicy':
      return {
        survey: {
          firstReminderHours: whole('firstReminderHours'),
          secondReminderHours: whole('secondReminderHours'),
          expiryHours: whole('expiryHours'),
          reopenAtOrBelow: whole('reopenAtOrBelow'),
          maxReopenings: whole('maxReopenings'),
        },
      };
    case 'RetentionPolicy':
      return { retention: { months: whole('months'), legalMonths: whole('legalMonths') } };
    case 'RegulatorPolicy':
      return {
        regulator: {
          accept12315: whole('accept12315'),
          answer12315: whole('answer12315'),
          accept12345: whole('accept12345'),
          answer12345: whole('answer12345'),
          acceptOther: whole('acceptOther'),
          answerOther: whole('answerOther'),
        },
      };
    case 'WipLimitPolicy':
      return {
        wipLimit: {
          column: whole('column'),
          department: whole('department'),
          departments: wipDepartments(lines('departments')),
          enforced: fields['enforced'] === true,
        },
      };
    case 'TriagePolicy':
      return {
        triage: {
          injury: text('injury') as 'GENERAL',
          legal: text('legal') as 'GENERAL',
          press: text('press') as 'GENERAL',
          publicChannels: CHANNELS.filter((one) => fields[`publicChannels.${one}`] === true),
          tiers: lines('tiers'),
          angryWords: lines('angryWords'),
        },
      };
    case 'ApprovalPolicy':
      return approvalInput(fields);
    case 'CompensationPolicy':
      return standardInput(fields);
    case 'CustomerMessagePolicy':
      return { customerMessage: { isOn: fields['isOn'] === true, zh: text('zh'), en: text('en') } };
    case 'ContactTemplatePolicy':
      return {
        contactTemplate: {
          purpose: text('purpose') as 'REPLY',
          nameZh: text('nameZh'),
          nameEn: text('nameEn'),
          zh: text('zh'),
          en: text('en'),
        },
      };
  }
}

/** The field that an issue of the server belongs to: the longest name that its path begins with. */
export function fieldAt(shape: readonly FieldShape[], path: readonly string[]): string | null {
  const [root, , ...below] = path;
  if (root !== 'value') return root ?? null;
  const at = below.join('.');
  const fits = shape.filter(({ name }) => at === name || at.startsWith(`${name}.`));
  return fits.sort((a, b) => b.name.length - a.name.length)[0]?.name ?? null;
}
