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
  groupOpenChildren: {
    'zh-CN': '群诉还有 {open} 条投诉未结案（{numbers}），请先将它们结案或移出。',
    en: 'Of the group case {open} complaints are open still ({numbers}). Close them or take them out first.',
  },
  regulatorGroup: {
    'zh-CN': '群诉总案不是监管转办件，请在相应的投诉上登记。',
    en: 'The parent of a group case is no regulator’s case. Mark the complaint that the agency handed on.',
  },
  regulatorLongAgo: {
    'zh-CN': '收文时间已超过 {days} 天，请核对年份。',
    en: 'That letter came more than {days} days ago. Check the year.',
  },
  answerBeforeAccept: {
    'zh-CN': '答复的工作日数不能少于受理的工作日数。',
    en: 'The answer is not due before the case is taken on. Give it at least as many days.',
  },
  notARegulatorCase: {
    'zh-CN': '这条投诉不是监管转办件，请先登记转办信息。',
    en: 'This is no regulator’s case. Write down what the agency’s letter says first.',
  },
  answerNotApproved: {
    'zh-CN': '答复尚未审核通过，不能发出。',
    en: 'This answer is not approved, and is not sent before it is.',
  },
  sentBeforeReview: {
    'zh-CN': '发出时间早于审核通过的时间，请核对。',
    en: 'It was approved later than that. Check when it was sent.',
  },
  reviewSettled: {
    'zh-CN': '这一项已有结论或已被替换，请刷新查看。',
    en: 'This was settled before, or written anew. Load again to see how.',
  },
  repliesHeld: {
    'zh-CN': '对外回复已冻结：请先起草答复口径，经协调员或分管领导核准后，再按核准的口径联系客户。',
    en: 'Replies are held. Draft the wording, have a coordinator or an executive approve it, and keep to it.',
  },
  repliesHeldBefore: {
    'zh-CN': '对外回复已经冻结。',
    en: 'Replies are held already.',
  },
  repliesNotHeld: {
    'zh-CN': '对外回复没有冻结，无需解除。',
    en: 'Replies are not held: there is nothing to release.',
  },
  unknownReply: {
    'zh-CN': '这条投诉没有该答复口径，请刷新后重选。',
    en: 'This complaint has no such wording. Load again and choose one.',
  },
  replyDiffers: {
    'zh-CN': '发给客户的内容与核准的口径不一致，请按口径填写，或另行起草口径送核。',
    en: 'This is not what was approved. Keep to the wording, or have another one approved.',
  },
  demandAnonymous: {
    'zh-CN': '投诉人匿名，无法标记其诉求。',
    en: 'Nobody knows who complained. There is no customer to whom a mark belongs.',
  },
  demandMarkedBefore: {
    'zh-CN': '该客户已有标记或正在复核，请先处理那一项。',
    en: 'This customer has a mark already, or one that waits. See to that one first.',
  },
} as const satisfies Record<string, Message>;
