/** A complaint as a line of a spreadsheet, masked, in the reader's language. */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import type { Directory } from '@redress/domain/reads/directory';
import { maskMatter, maskName, maskText } from '@redress/domain/rules/mask';
import type { Locale } from '@redress/schema/context';

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

export function complaintHeader(locale: Locale): readonly string[] {
  return HEADERS[locale];
}

/** Codes as the contract has them, so that files of two languages can be put together; names in the reader's language. */
export function complaintCells(
  view: ComplaintView,
  { directory, locale }: { directory: Directory; locale: Locale },
  watermark: string,
): string[] {
  const { customer } = view;
  const department = view.departmentId === null ? null : directory.department(view.departmentId);
  const category = view.categoryCode === null ? null : directory.category(view.categoryCode);
  const name = <Named extends { nameZh: string; nameEn: string }>(named: Named | null) =>
    named === null ? '' : locale === 'en' ? named.nameEn : named.nameZh;
  const text = (written: string | null) => (written === null ? '' : maskText(written, customer));
  return [
    view.number,
    view.stage,
    view.severity,
    view.kind,
    view.channel,
    name(category),
    name(department),
    directory.member(view.assigneeId)?.name ?? '',
    text(view.subject),
    text(view.demand),
    view.about === null ? '' : maskMatter(view.about, customer),
    customer?.name == null ? '' : maskName(customer.name),
    customer?.region ?? '',
    String(view.round),
    view.isBreached ? '1' : '0',
    view.receivedAt.toISOString(),
    view.closedAt?.toISOString() ?? '',
    watermark,
  ];
}
