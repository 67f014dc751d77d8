/** An entry of the audit trail as a line of a spreadsheet, in the reader's language. */
import type { AuditChangeView, AuditEntryView } from '@redress/domain/reads/audit-view';
import { actionWord, fieldWords, isMoment, valueWord, viaWord } from '@redress/domain/rules/audit-words';
import { wordFor } from '@redress/domain/rules/words';
import type { Words } from '@redress/domain/rules/words';
import { readableValue, subjectName } from '@redress/schema/audit/readable-change';
import type { Names } from '@redress/schema/audit/readable-change';
import type { Locale } from '@redress/schema/context';
import { CLOCK_WORDS, SEVERITY_WORDS } from '../delivery/words.ts';
import { FROM_WORDS, KIND_WORDS, ROLE_WORDS, stageWord } from './file-words.ts';
import type { FileForm } from './file-request.ts';

const HEADERS: Record<Locale, readonly string[]> = {
  'zh-CN': [
    '时间',
    '操作人',
    '身份',
    '操作',
    '投诉',
    '变更',
    '原因',
    '来源',
    '地址',
    '客户端',
    '请求编号',
    '事件',
    '撤销的操作',
  ],
  en: [
    'time',
    'actor',
    'actor kind',
    'action',
    'complaints',
    'changes',
    'reason',
    'via',
    'address',
    'user agent',
    'request id',
    'events',
    'takes back',
  ],
};

const WITHHELD: Record<Locale, string> = { 'zh-CN': '（不显示）', en: '(withheld)' };
const NOTHING: Record<Locale, string> = { 'zh-CN': '（空）', en: '(none)' };

const ACTOR_KINDS: Words<AuditEntryView['actorKind']> = {
  MEMBER: { 'zh-CN': '成员', en: 'Member' },
  INTEGRATION: { 'zh-CN': '系统接口', en: 'Integration' },
  CUSTOMER: { 'zh-CN': '客户', en: 'Customer' },
  SYSTEM: { 'zh-CN': '系统', en: 'System' },
};

/** Of clocks and of complaints; no two kinds of anything share a code. */
const KINDS: Words<string> = { ...CLOCK_WORDS, ...KIND_WORDS };

export function auditHeader(locale: Locale, { times }: FileForm): readonly string[] {
  const [time = '', ...others] = HEADERS[locale];
  return [times.header(time), ...others];
}

/**
 * The events keep the names that the contract has for them, in either form.
 *
 * @param actor what the one who did it is called; empty for the product itself.
 */
export function auditCells(entry: AuditEntryView, actor: string, names: Names, form: FileForm): string[] {
  const { locale } = names;
  const via = entry.via.toUpperCase();
  return [
    form.times.cell(entry.at),
    actor,
    form.codes ? entry.actorKind : ACTOR_KINDS[entry.actorKind][locale],
    form.codes ? entry.action : actionWord(entry.action, locale),
    entry.numbers.join(' '),
    entry.changes.map((change) => changeText(change, names, form)).join('\n'),
    entry.reason ?? '',
    form.codes ? via : viaWord(via, locale),
    entry.address ?? '',
    entry.userAgent ?? '',
    entry.requestId ?? '',
    entry.events.join(' '),
    takenBackText(entry, locale, form),
  ];
}

/** The act that it took back and when that was, as both stand in the line of that act. */
function takenBackText({ takenBack }: AuditEntryView, locale: Locale, form: FileForm): string {
  if (takenBack === null) return '';
  const { action, at } = takenBack;
  return `${form.codes ? action : actionWord(action, locale)} · ${form.times.cell(at)}`;
}

function changeText(change: AuditChangeView, names: Names, form: FileForm): string {
  const { table, field, from, to, withheld } = change;
  const name = subjectName(change, names);
  const place = form.codes
    ? [table, ...(name === null ? [] : [`[${name}]`]), field].join(' ')
    : fieldWords(table, name, field, names.locale);
  if (withheld) return `${place}: ${WITHHELD[names.locale]}`;
  const text = (value: unknown) => valueText(field, readableValue(field, value, names), names, form);
  return `${place}: ${text(from)} → ${text(to)}`;
}

function valueText(field: string, value: string | null, { directory, locale }: Names, form: FileForm): string {
  if (value === null) return NOTHING[locale];
  if (form.codes) return value;
  if (isMoment(value)) return form.times.cell(new Date(value));
  switch (field) {
    case 'stage':
      return stageWord(directory, value, locale);
    case 'severity':
      return wordFor(SEVERITY_WORDS, value, locale);
    case 'channel':
      return wordFor(FROM_WORDS, value, locale);
    case 'role':
      return wordFor(ROLE_WORDS, value, locale);
    case 'kind':
      return Object.hasOwn(KINDS, value) ? wordFor(KINDS, value, locale) : valueWord(value, locale);
    default:
      return valueWord(value, locale);
  }
}
