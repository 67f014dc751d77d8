/** What is said of merging, group cases, regulators' cases, held replies and unreasonable demands. */
import type { Message } from './catalogue.ts';

export const SPECIAL_MESSAGES = {
  alreadyMerged: {
    'zh-CN': '这条投诉已并入另一条，请在那一条上处理。',
    en: 'This complaint was merged into another one already. Go on with that one.',
  },
  mergeIntoItself: {
    'zh-CN': '不能并入自己，请选择另一条投诉。',
    en: 'A complaint cannot go into itself. Choose another one.',
  },
  mergeIntoMerged: {
    'zh-CN': '所选投诉已并入别的投诉，请并入它所并入的那一条。',
    en: 'That complaint was merged into another one itself. Choose the one that goes on.',
  },
  mergeClosed: {
    'zh-CN': '已结案的投诉不能并案；如需并案，请先重新处理。',
    en: 'This complaint is closed. Reopen it before you merge it.',
  },
  mergeIntoClosed: {
    'zh-CN': '所选投诉已结案，请先重新处理它，或选择其他投诉。',
    en: 'That complaint is closed. Reopen it first, or choose another one.',
  },
  mergeIntoLater: {
    'zh-CN': '应将后收到的投诉并入先收到的那一条，请对调。',
    en: 'The later complaint goes into the earlier one. Do it the other way round.',
  },
  mergeGroup: {
    'zh-CN': '群诉总案不能并案，请将投诉加入群诉。',
    en: 'The parent of a group case is not merged. Add the complaint to the group instead.',
  },
  mergeRegulator: {
    'zh-CN': '监管转办件须单独办结，请把另一条投诉并入它。',
    en: "A regulator's case stays a case of its own. Merge the other one into it.",
  },
  mergeOpenResolution: {
    'zh-CN': '还有客户已接受但未执行的处理方案，请先执行或撤回。',
    en: 'The customer accepted a resolution that is not carried out. Carry it out or withdraw it first.',
  },
  mergeAcrossCustomers: {
    'zh-CN': '两条投诉不是同一位客户。确认是同一件事的，请勾选“不同客户，仍然并案”。',
    en: 'They are not known to come from one customer. If it is one matter all the same, say so with `acrossCustomers`.',
  },
  groupSize: {
    'zh-CN': '群诉须有 {min} 至 {max} 条投诉，请调整。',
    en: 'A group case holds {min} to {max} complaints. Choose so many.',
  },
  groupInGroup: {
    'zh-CN': '群诉总案不能加入另一个群诉。',
    en: 'The parent of a group case cannot join a group.',
  },
  groupTaken: {
    'zh-CN': '{number} 已属于另一个群诉，请先将它移出。',
    en: '{number} belongs to another group case. Take it out of that one first.',
  },
  groupClosed: {
    'zh-CN': '{number} 已结案，不能加入群诉。',
    en: '{number} is closed and cannot join a group case.',
  },
  notAGroup: {
    'zh-CN': '这不是群诉总案，请在总案上操作。',
    en: 'This is not the parent of a group case. Do it there.',
  },
  notInGroup: {
    'zh-CN': '{number} 不在这个群诉中，请刷新查看。',
    en: '{number} is not in this group case. Load again.',
  },
  groupLineEmpty: {
    'zh-CN': '请填写统一口径或补偿标准。',
    en: 'Give the agreed line or the standard of compensation.',
  },
} as const satisfies Record<string, Message>;
