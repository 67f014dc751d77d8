/** An entry of the audit trail as a line of a spreadsheet, in the reader's language. */
import type { AuditChangeView, AuditEntryView } from '@redress/domain/reads/audit-view';
import { readableValue, subjectName } from '@redress/schema/audit/readable-change';
import type { Names } from '@redress/schema/audit/readable-change';
import type { Locale } from '@redress/schema/context';
import type { FileTimes } from './file-times.ts';

const HEADERS: Record<Locale, readonly string[]> = {
  'zh-CN': ['时间', '操作人', '身份', '操作', '投诉', '变更', '原因', '来源', '地址', '客户端', '请求编号', '事件'],
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
  ],
};

const WITHHELD: Record<Locale, string> = { 'zh-CN': '（不显示）', en: '(withheld)' };
const NOTHING: Record<Locale, string> = { 'zh-CN': '（空）', en: '(none)' };

export function auditHeader(locale: Locale, times: FileTimes): readonly string[] {
  const [time = '', ...others] = HEADERS[locale];
  return [times.header(time), ...others];
}

/** @param actor what the one who did it is called; empty for the product itself. */
export function auditCells(entry: AuditEntryView, actor: string, names: Names, times: FileTimes): string[] {
  return [
    times.cell(entry.at),
    actor,
    entry.actorKind,
    entry.action,
    entry.numbers.join(' '),
    entry.changes.map((change) => changeText(change, names)).join('\n'),
    entry.reason ?? '',
    entry.via,
    entry.address ?? '',
    entry.userAgent ?? '',
    entry.requestId ?? '',
    entry.events.join(' '),
  ];
}

function changeText(change: AuditChangeView, names: Names): string {
  const { table, field, from, to, withheld } = change;
  const name = subjectName(change, names);
  const place = [table, ...(name === null ? [] : [`[${name}]`]), field].join(' ');
  if (withheld) return `${place}: ${WITHHELD[names.locale]}`;
  const text = (value: unknown) => readableValue(field, value, names) ?? NOTHING[names.locale];
  return `${place}: ${text(from)} → ${text(to)}`;
}
