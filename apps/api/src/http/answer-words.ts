/** The words of the pages behind answer links, in both languages. */
import type { DeclinePreset } from '@redress/domain/rules/vocabulary';
import type { Locale } from '@redress/schema/context';

const WORDS = {
  claim: { 'zh-CN': '接单：{number}', en: 'Claim {number}' },
  accept: { 'zh-CN': '接收转办：{number}', en: 'Accept the handoff of {number}' },
  decline: { 'zh-CN': '退回转办：{number}', en: 'Decline the handoff of {number}' },
  as: { 'zh-CN': '以 {name} 的身份答复。', en: 'You answer as {name}.' },
  claimButton: { 'zh-CN': '确认接单', en: 'Claim it' },
  acceptButton: { 'zh-CN': '确认接收', en: 'Accept it' },
  declineButton: { 'zh-CN': '确认退回', en: 'Decline it' },
  approve: { 'zh-CN': '同意处理方案：{number}', en: 'Approve the resolution of {number}' },
  reject: { 'zh-CN': '不同意处理方案：{number}', en: 'Reject the resolution of {number}' },
  approveButton: { 'zh-CN': '确认同意', en: 'Approve it' },
  rejectButton: { 'zh-CN': '确认不同意', en: 'Reject it' },
  rejectReason: { 'zh-CN': '不同意的原因（必填）', en: 'Why you reject it (needed)' },
  needsRejectReason: { 'zh-CN': '不同意时请写明原因。', en: 'Say why you reject it.' },
  approved: { 'zh-CN': '已同意', en: 'Approved' },
  approvedText: { 'zh-CN': '{number} 的处理方案已由您同意。', en: 'You approved the resolution of {number}.' },
  rejected: { 'zh-CN': '已不同意', en: 'Rejected' },
  rejectedText: {
    'zh-CN': '{number} 的处理方案未通过，提出人会收到通知。',
    en: 'The resolution of {number} is off the table; who asked for it is told.',
  },
  alreadyDecided: { 'zh-CN': '审批已有结果', en: 'Decided already' },
  alreadyDecidedText: {
    'zh-CN': '{name} 已于 {at} 审批，无需再操作。',
    en: '{name} decided it on {at}. There is nothing left to do.',
  },
  preset: { 'zh-CN': '退回原因', en: 'Why it is declined' },
  reason: { 'zh-CN': '补充说明（选择“其他”时必填）', en: 'In your words (needed with “Another reason”)' },
  open: { 'zh-CN': '在看板中打开', en: 'Open on the board' },
  claimed: { 'zh-CN': '已接单', en: 'Claimed' },
  accepted: { 'zh-CN': '已接收', en: 'Accepted' },
  declined: { 'zh-CN': '已退回', en: 'Declined' },
  claimedText: { 'zh-CN': '{number} 现在由您的部门主办。', en: '{number} is now handled by your department.' },
  acceptedText: { 'zh-CN': '{number} 现在由您的部门主办。', en: '{number} is now handled by your department.' },
  declinedText: { 'zh-CN': '{number} 已退回转出部门。', en: '{number} stays with the department that asked.' },
  alreadyClaimed: { 'zh-CN': '已被接单', en: 'Claimed already' },
  alreadyClaimedText: {
    'zh-CN': '{name} 已于 {at} 接单，无需再操作。',
    en: '{name} claimed it on {at}. There is nothing left to do.',
  },
  alreadyAnswered: { 'zh-CN': '转办已有结果', en: 'Answered already' },
  alreadyAnsweredText: {
    'zh-CN': '这次转办已由 {name} 于 {at} 处理，无需再操作。',
    en: '{name} settled this handoff on {at}. There is nothing left to do.',
  },
  somebody: { 'zh-CN': '系统', en: 'The system' },
  handoffPending: { 'zh-CN': '正在转办', en: 'It is being handed over' },
  handoffPendingText: {
    'zh-CN': '这条投诉正在转办，请先在看板中处理转办。',
    en: 'This complaint is being handed over. Look at it on the board first.',
  },
  expired: { 'zh-CN': '链接已失效', en: 'This link has ended' },
  expiredText: {
    'zh-CN': '答复链接只在发出后两小时内有效。请登录看板处理。',
    en: 'Answers by link end two hours after they were sent. Sign in to the board instead.',
  },
  invalid: { 'zh-CN': '链接无效', en: 'This link is none of ours' },
  invalidText: {
    'zh-CN': '链接可能被截断。请从原消息中重新打开，或登录看板处理。',
    en: 'It may have been cut short. Open it again from the message, or sign in to the board.',
  },
  gone: { 'zh-CN': '已不需要您答复', en: 'Your answer is not needed any more' },
  goneText: {
    'zh-CN': '这件事已经变化，或不再由您负责。请登录看板查看。',
    en: 'Things have moved on, or it is no longer yours. Sign in to the board to see.',
  },
  tooMany: { 'zh-CN': '操作过于频繁', en: 'Too many tries' },
  tooManyText: { 'zh-CN': '请在 {seconds} 秒后再试。', en: 'Try again in {seconds} seconds.' },
  needsReason: { 'zh-CN': '选择“其他”时请写明原因。', en: 'With “Another reason”, say which.' },
} satisfies Record<string, Record<Locale, string>>;

export type AnswerWord = keyof typeof WORDS;

export const PRESET_WORDS: Record<DeclinePreset, Record<Locale, string>> = {
  NOT_OURS: { 'zh-CN': '不属于本部门', en: 'Not ours' },
  INFORMATION_MISSING: { 'zh-CN': '信息不全', en: 'Information is missing' },
  DUPLICATE: { 'zh-CN': '重复投诉', en: 'It is a duplicate' },
  OTHER: { 'zh-CN': '其他', en: 'Another reason' },
};

/** A sentence with its values put in; they are text, not HTML. */
export function answerWord(key: AnswerWord, locale: Locale, values: Record<string, string | number> = {}): string {
  return WORDS[key][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
