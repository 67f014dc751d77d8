/** The words of what goes out, in both languages. */
import type { CustomerMessagePoint, DeadlineKind, NotificationKind, Severity } from '@redress/domain/rules/vocabulary';
import type { Locale, Words } from '@redress/domain/rules/words';

/** `{number}` is the complaint's, where it is about one. */
export const TITLES: Words<NotificationKind> = {
  DISPATCH_WAITING: { 'zh-CN': '{number} 等待分派', en: '{number} waits for a department' },
  CLAIM_WAITING: { 'zh-CN': '{number} 等待接单', en: '{number} waits to be claimed' },
  HANDOFF_ASKED: { 'zh-CN': '{number} 转办待答复', en: '{number}: a handoff waits for your answer' },
  CONTESTED: { 'zh-CN': '{number} 责任有争议，待裁定', en: '{number} is contested and waits for a ruling' },
  APPEALED: { 'zh-CN': '{number} 裁定被申诉，待复核', en: '{number}: a ruling was appealed' },
  APPROVAL_ASKED: { 'zh-CN': '{number} 的处理方案待您审批', en: '{number}: a resolution waits for your approval' },
  APPROVAL_DECIDED: { 'zh-CN': '{number} 的方案审批有了结果', en: '{number}: an approval was decided' },
  RESOLUTION_ANSWERED: { 'zh-CN': '{number} 的客户答复了处理方案', en: '{number}: the customer answered an offer' },
  HOLD_REQUESTED: { 'zh-CN': '{number} 申请挂起，待审批', en: '{number}: a hold waits for approval' },
  DUTY_GIVEN: { 'zh-CN': '{number} 有新的协办事项', en: '{number}: you were given a duty' },
  DEADLINE_BREACHED: { 'zh-CN': '{number} 已超时', en: '{number} is overdue' },
  ESCALATED: { 'zh-CN': '{number} 已升级', en: '{number} was escalated to you' },
  DEADLINE_APPROACHING: { 'zh-CN': '{number} 即将超时', en: '{number} is due soon' },
  SUPERVISED: { 'zh-CN': '{number} 被督办', en: '{number} is being supervised' },
  URGED: { 'zh-CN': '{number} 被催办', en: '{number}: somebody urges you' },
  CUSTOMER_WROTE: { 'zh-CN': '{number} 客户有新留言', en: '{number}: the customer wrote' },
  CUSTOMER_ANGRY: { 'zh-CN': '{number} 客户情绪激动', en: '{number}: the customer is angry' },
  SURVEY_ANSWERED: { 'zh-CN': '{number} 客户评价不满意', en: '{number}: the customer was not satisfied' },
  FINAL_ANSWER_ASKED: { 'zh-CN': '{number} 终结答复待您复核', en: '{number}: a final answer waits for your review' },
  REGULATOR_ANSWER_ASKED: {
    'zh-CN': '{number} 监管答复待审核',
    en: '{number}: an answer to an agency waits for review',
  },
  REPLY_ASKED: { 'zh-CN': '{number} 答复口径待核准', en: '{number}: wording waits for approval' },
  DEMAND_MARK_ASKED: { 'zh-CN': '{number} 不合理诉求标记待复核', en: '{number}: a mark waits for a second person' },
  REVIEW_DECIDED: { 'zh-CN': '{number} 您送审的内容有了结果', en: '{number}: what you handed in was decided' },
  ASSIGNED: { 'zh-CN': '{number} 已指派给您', en: '{number} was assigned to you' },
  RULED: { 'zh-CN': '{number} 已裁定', en: '{number}: a ruling was made' },
  HANDOFF_ANSWERED: { 'zh-CN': '{number} 转办已答复', en: '{number}: your handoff was answered' },
  MEETING_DECISION: { 'zh-CN': '会议决议：有一项由您落实', en: 'A meeting decided something for you to see to' },
  MEETING_DECISION_DUE: { 'zh-CN': '由您落实的会议决议到期了', en: 'What you see to since a meeting is due' },
  MEETING_AHEAD: { 'zh-CN': '协调会即将开始', en: 'A meeting begins soon' },
  MEETING_DATE_CHANGED: { 'zh-CN': '协调会时间有变', en: 'The time of a meeting has changed' },
  MENTIONED: { 'zh-CN': '{number} 的评论提到了您', en: '{number}: a comment mentions you' },
};

/** The subject of an e-mail to a customer. */
export const CUSTOMER_TITLES: Words<CustomerMessagePoint> = {
  RECEIVED: { 'zh-CN': '{number} 已收到', en: '{number}: we have it' },
  TAKEN_ON: { 'zh-CN': '{number} 已受理', en: '{number}: we are on it' },
  RESOLUTION_OFFERED: { 'zh-CN': '{number} 请选择处理方案', en: '{number}: please choose' },
  SURVEY_ASKED: { 'zh-CN': '{number} 请您评价', en: '{number}: are you satisfied?' },
  SURVEY_REMINDED: { 'zh-CN': '{number} 等您评价', en: '{number}: are you satisfied?' },
  REOPENED: { 'zh-CN': '{number} 重新处理', en: '{number}: we are on it again' },
  CLOSED: { 'zh-CN': '{number} 已办结', en: '{number}: settled' },
};

export const SEVERITY_WORDS: Words<Severity> = {
  GENERAL: { 'zh-CN': '一般', en: 'General' },
  IMPORTANT: { 'zh-CN': '重要', en: 'Important' },
  URGENT: { 'zh-CN': '紧急', en: 'Urgent' },
};

export const CLOCK_WORDS: Words<DeadlineKind> = {
  DISPATCH: { 'zh-CN': '分派时限', en: 'Dispatch due' },
  CLAIM: { 'zh-CN': '接单时限', en: 'Claim due' },
  RULING: { 'zh-CN': '裁定时限', en: 'Ruling due' },
  FIRST_RESPONSE: { 'zh-CN': '首次响应时限', en: 'First response due' },
  PROGRESS: { 'zh-CN': '进展时限', en: 'Progress due' },
  RESOLUTION: { 'zh-CN': '解决时限', en: 'Resolution due' },
  FOLLOW_UP: { 'zh-CN': '回访时限', en: 'Follow-up due' },
  PROMISE: { 'zh-CN': '承诺时限', en: 'Promised for' },
  DUTY: { 'zh-CN': '协办时限', en: 'Duty due' },
  REGULATOR: { 'zh-CN': '监管时限', en: "Regulator's limit" },
};

const SENTENCES = {
  severity: { 'zh-CN': '等级', en: 'Severity' },
  category: { 'zh-CN': '类别', en: 'Category' },
  department: { 'zh-CN': '部门', en: 'Department' },
  nobody: { 'zh-CN': '未定', en: 'none yet' },
  claim: { 'zh-CN': '接单', en: 'Claim' },
  accept: { 'zh-CN': '接收', en: 'Accept' },
  decline: { 'zh-CN': '退回', en: 'Decline' },
  approve: { 'zh-CN': '同意', en: 'Approve' },
  reject: { 'zh-CN': '不同意', en: 'Reject' },
  resolution: { 'zh-CN': '处理方案', en: 'Resolution' },
  standard: { 'zh-CN': '超出标准', en: 'Leaves the standard of' },
  open: { 'zh-CN': '在看板中打开', en: 'Open on the board' },
  footer: {
    'zh-CN': '此消息由 Redress 自动发送。按钮只对您本人有效，两小时后失效，请勿转发。',
    en: 'Redress sent this by itself. Its answers act in your name and end after two hours: do not pass it on.',
  },
  due: { 'zh-CN': '期限', en: 'Due' },
  meeting: { 'zh-CN': '会议', en: 'Meeting' },
  meetsAt: { 'zh-CN': '开始时间', en: 'Begins' },
  metAt: { 'zh-CN': '原定时间', en: 'Was to begin' },
  calledOff: { 'zh-CN': '取消', en: 'called off' },
  openDesk: { 'zh-CN': '打开我的待办', en: 'Open my desk' },
  openMeeting: { 'zh-CN': '查看议程', en: 'See its agenda' },
  meetingFooter: { 'zh-CN': '此消息由 Redress 自动发送。', en: 'Redress sent this by itself.' },
  follow: { 'zh-CN': '查看进度', en: 'Follow it' },
  customerFooter: {
    'zh-CN': '此消息自动发送。链接里有您的查询码，请勿转发；打开时还要输入手机号后四位。',
    en: 'This was sent by itself. The link holds your tracking code: do not pass it on. It also asks for the last four digits of your phone number.',
  },
  customerFooterCode: {
    'zh-CN': '此消息自动发送。打开时请输入受理时给您的查询码和手机号后四位。',
    en: 'This was sent by itself. You are asked for the tracking code that you were given, and for the last four digits of your phone number.',
  },
  testTitle: { 'zh-CN': '测试：通知可以送达', en: 'Test: notifications reach you here' },
  testFact: { 'zh-CN': '渠道', en: 'Channel' },
  testFooter: { 'zh-CN': '此消息由 Redress 应您的请求发送。', en: 'Redress sent this because you asked it to.' },
} satisfies Words<string>;

export function words(key: keyof typeof SENTENCES, locale: Locale): string {
  return SENTENCES[key][locale];
}

/** Date and time for people, with the zone said. */
export function momentWords(at: Date, timeZone: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : 'zh-CN';
  const moment = new Intl.DateTimeFormat(language, {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  // Chinese formats put the zone between date and time.
  const zone = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value;
  return locale === 'en' ? `${moment} (${zone})` : `${moment}（${zone}）`;
}
