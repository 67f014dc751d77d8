/** The words of an entry of the audit trail, on the screen and in the file. What came after this code is told by its code. */
import { AUDIT_ACTIONS } from './audit-actions.ts';
import { AUDIT_FIELDS, AUDIT_SUBJECTS } from './audit-columns.ts';
import { AUDIT_VALUES } from './audit-values.ts';
import { wordFor } from './words.ts';
import type { Locale, Words } from './words.ts';

/** From where a change came. */
const VIAS = {
  WEB: { 'zh-CN': '网页', en: 'Web' },
  API: { 'zh-CN': '接口令牌', en: 'Token' },
  CLI: { 'zh-CN': '命令行', en: 'Command line' },
  CLOCK: { 'zh-CN': '时限', en: 'Deadline' },
  IMPORT: { 'zh-CN': '导入', en: 'Import' },
  SETUP: { 'zh-CN': '启动', en: 'Start' },
  LINK: { 'zh-CN': '消息链接', en: 'Link in a message' },
} as const satisfies Words<string>;

export const NAMED_ACTIONS = Object.keys(AUDIT_ACTIONS);
export const AUDIT_VIAS = Object.keys(VIAS) as (keyof typeof VIAS)[];

export function actionWord(action: string, locale: Locale): string {
  return wordFor(AUDIT_ACTIONS, action, locale);
}

/** @param via as the contract has it, e.g. `WEB` */
export function viaWord(via: string, locale: Locale): string {
  return wordFor(VIAS, via, locale);
}

/** What the field is of and called: 「时限 · 到期」; a complaint's own fields by their names alone. */
export function fieldWords(subject: string, subjectName: string | null, field: string, locale: Locale): string {
  const name = wordFor(AUDIT_FIELDS, field, locale);
  if (subject === 'complaint') return name;
  return [wordFor(AUDIT_SUBJECTS, subject, locale), subjectName, name].filter(Boolean).join(' · ');
}

/** @param value a code, or codes one after another as the reader's language puts them */
export function valueWord(value: string, locale: Locale): string {
  const between = locale === 'en' ? ', ' : '、';
  return value
    .split(between)
    .map((one) => wordFor(AUDIT_VALUES, one, locale))
    .join(between);
}

/** Whether a value is a moment, as RFC 3339 writes those of the log. */
export function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}
