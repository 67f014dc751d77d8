/** A category's collaboration list as a form, and back. Pure, for tests. */
import type { Translate } from '../../../i18n/translate.ts';
import { durationText, parseDuration } from '../duration.ts';
import { listOf, listText } from '../form-list.ts';
import type { Row } from '../form-list.ts';
import type { Fields, PolicyValue, PolicyValueInput } from '../policy-form.ts';

export type TemplateValue = Extract<PolicyValue, { __typename: 'DutyTemplatePolicy' }>;
type TemplateInput = Extract<PolicyValueInput, { dutyTemplate: object }>['dutyTemplate'];

/** As many lines as a template may have. */
export const MAX_LINES = 50;

export interface LineRow extends Row {
  departmentCode: string;
  what: string;
  whatEn: string;
  /** A length of time as it was typed, in the hours of the department. */
  within: string;
  /** Whether the head of the department does it. */
  head: boolean;
  /** Whether its department was archived, or is not there, when the form was opened. */
  gone: boolean;
}

export const linesOf = (fields: Fields): LineRow[] => listOf<LineRow>(fields, 'duties');

export function templateFields({ duties }: TemplateValue, t: Translate): Fields {
  const lines = duties.map(
    ({ departmentCode, department, what, whatEn, minutes, owner }): Omit<LineRow, 'id'> => ({
      departmentCode,
      what,
      whatEn,
      within: durationText(minutes, t, false),
      head: owner === 'HEAD',
      gone: department === null || department.isArchived,
    }),
  );
  return { duties: listText(lines) };
}

/** What the form says; `workday`: the minutes of a working day. */
export function templateInput(fields: Fields, workday: number): TemplateInput {
  return {
    duties: linesOf(fields).map(({ departmentCode, what, whatEn, within, head }) => ({
      departmentCode,
      what,
      whatEn,
      minutes: Math.min(parseDuration(within, workday) ?? 0, 2_000_000_000),
      owner: head ? ('HEAD' as const) : null,
    })),
  };
}

/** Times that can't be read, by their places. */
export function unreadableLines(fields: Fields): string[] {
  return linesOf(fields).flatMap(({ within }, i) => (parseDuration(within) === null ? [`duties.${i}.minutes`] : []));
}

/** A line for the department of the one above it. */
export function newLine(above: LineRow | undefined, t: Translate): Omit<LineRow, 'id'> {
  const rest = { what: '', whatEn: '', within: durationText(120, t), head: false };
  return { departmentCode: above?.departmentCode ?? '', gone: above?.gone ?? false, ...rest };
}

/** The list in words, a line for each duty, as the history tells it. */
export function templateTold({ duties }: TemplateValue, english: boolean, t: Translate): Fields {
  const lines = duties.map(({ departmentCode, department, what, whatEn, minutes, owner }) => {
    const name = (english ? department?.nameEn : department?.nameZh) ?? departmentCode;
    const head = owner === 'HEAD' ? t('settings.template.byHead') : '';
    const values = { name, what: english ? whatEn : what, time: durationText(minutes, t, false), head };
    return t('settings.template.told', values);
  });
  return { duties: lines.join('\n') };
}
