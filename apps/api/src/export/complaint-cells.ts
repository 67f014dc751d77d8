/** A complaint as a line of a spreadsheet, masked, in the reader's language. */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import type { Directory } from '@redress/domain/reads/directory';
import { maskMatter, maskName, maskText } from '@redress/domain/rules/mask';
import type { Locale } from '@redress/schema/context';
import { SEVERITY_WORDS } from '../delivery/words.ts';
import { FROM_WORDS, KIND_WORDS, stageWord, YES_NO } from './file-words.ts';
import type { FileForm } from './file-request.ts';

const HEADERS: Record<Locale, readonly string[]> = {
  'zh-CN': [
    '编号',
    '阶段',
    '等级',
    '性质',
    '渠道',
    '类别',
    '主办部门',
    '经办人',
    '标题',
    '客户诉求',
    '涉及',
    '客户',
    '地区',
    '轮次',
    '超时',
    '受理时间',
    '结案时间',
    '水印',
  ],
  en: [
    'number',
    'stage',
    'severity',
    'kind',
    'channel',
    'category',
    'department',
    'assignee',
    'subject',
    'demand',
    'about',
    'customer',
    'region',
    'round',
    'breached',
    'received',
    'closed',
    'watermark',
  ],
};

/** The last columns, before the watermark. */
const TIMES = 2;

export function complaintHeader(locale: Locale, { times }: FileForm): readonly string[] {
  const header = HEADERS[locale];
  const firstTime = header.length - 1 - TIMES;
  return header.map((name, at) => (at >= firstTime && at < firstTime + TIMES ? times.header(name) : name));
}

export function complaintCells(
  view: ComplaintView,
  { directory, locale }: { directory: Directory; locale: Locale },
  { times, codes }: FileForm,
  watermark: string,
): string[] {
  const { customer } = view;
  const department = view.departmentId === null ? null : directory.department(view.departmentId);
  const category = view.categoryCode === null ? null : directory.category(view.categoryCode);
  const name = <Named extends { nameZh: string; nameEn: string }>(named: Named | null) =>
    named === null ? '' : locale === 'en' ? named.nameEn : named.nameZh;
  const text = (written: string | null) => (written === null ? '' : maskText(written, customer));
  const { stage, severity, kind, channel, isBreached } = view;
  return [
    view.number,
    codes ? stage : stageWord(directory, stage, locale),
    codes ? severity : SEVERITY_WORDS[severity][locale],
    codes ? kind : KIND_WORDS[kind][locale],
    codes ? channel : FROM_WORDS[channel][locale],
    name(category),
    name(department),
    directory.member(view.assigneeId)?.name ?? '',
    text(view.subject),
    text(view.demand),
    view.about === null ? '' : maskMatter(view.about, customer),
    customer?.name == null ? '' : maskName(customer.name),
    customer?.region ?? '',
    String(view.round),
    codes ? String(Number(isBreached)) : YES_NO[isBreached ? 'true' : 'false'][locale],
    times.cell(view.receivedAt),
    view.closedAt === null ? '' : times.cell(view.closedAt),
    watermark,
  ];
}
