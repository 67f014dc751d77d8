/** The words of an entry of the audit trail, on the screen and in the file. What came after this code is told by its code. */
import { AUDIT_ACTIONS } from './audit-actions.ts';
import { AUDIT_FIELDS, AUDIT_SUBJECTS } from './audit-columns.ts';
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

/** Values that mean the same in whatever field they stand. */
const VALUES: Words<string> = {
  OPEN: { 'zh-CN': '进行中', en: 'open' },
  MET: { 'zh-CN': '已达成', en: 'met' },
  ENDED: { 'zh-CN': '已结束', en: 'ended' },
  PAUSED: { 'zh-CN': '暂停', en: 'paused' },
  PENDING: { 'zh-CN': '待答复', en: 'pending' },
  ACCEPTED: { 'zh-CN': '已接受', en: 'accepted' },
  DECLINED: { 'zh-CN': '已退回', en: 'declined' },
  WITHDRAWN: { 'zh-CN': '已撤回', en: 'withdrawn' },
  REQUESTED: { 'zh-CN': '待批准', en: 'waits for approval' },
  ACTIVE: { 'zh-CN': '生效', en: 'stands' },
  REFUSED: { 'zh-CN': '未批准', en: 'refused' },
  RUNNING: { 'zh-CN': '进行中', en: 'running' },
  TAKEN: { 'zh-CN': '已有人接手', en: 'taken on' },
  STOPPED: { 'zh-CN': '已停止', en: 'stopped' },
  FINISHED: { 'zh-CN': '已走完', en: 'finished' },
  KEPT: { 'zh-CN': '已兑现', en: 'kept' },
  RELEASED: { 'zh-CN': '已解除', en: 'released' },
  UNDETERMINED: { 'zh-CN': '待认定', en: 'not decided' },
  FOUNDED: { 'zh-CN': '成立', en: 'founded' },
  PARTLY_FOUNDED: { 'zh-CN': '部分成立', en: 'partly founded' },
  UNFOUNDED: { 'zh-CN': '不成立', en: 'unfounded' },
  PLANNED: { 'zh-CN': '已约定', en: 'planned' },
  DONE: { 'zh-CN': '已上门', en: 'made' },
  NO_SHOW: { 'zh-CN': '无人在家', en: 'nobody at home' },
  CANCELLED: { 'zh-CN': '已取消', en: 'called off' },
  true: { 'zh-CN': '是', en: 'yes' },
  false: { 'zh-CN': '否', en: 'no' },
  ASKED: { 'zh-CN': '已发出', en: 'asked' },
  ANSWERED: { 'zh-CN': '已评价', en: 'answered' },
  UNANSWERED: { 'zh-CN': '未答复', en: 'not answered' },
  DRAFT: { 'zh-CN': '草稿', en: 'draft' },
  OFFERED: { 'zh-CN': '已提出', en: 'offered' },
  CARRIED_OUT: { 'zh-CN': '已兑现', en: 'carried out' },
  APPROVED: { 'zh-CN': '已同意', en: 'approved' },
  REJECTED: { 'zh-CN': '已退回', en: 'rejected' },
  PROPOSED: { 'zh-CN': '拟定中', en: 'drafted' },
  NOT_NEEDED: { 'zh-CN': '无需审批', en: 'not needed' },
  GIVEN: { 'zh-CN': '已给出', en: 'given' },
  WRITTEN: { 'zh-CN': '已撰写', en: 'written' },
  RETURNED: { 'zh-CN': '已退回', en: 'sent back' },
  SENT: { 'zh-CN': '已送出', en: 'sent' },
  REPLACED: { 'zh-CN': '已被替换', en: 'replaced' },
  DRAFTED: { 'zh-CN': '已起草', en: 'drafted' },
  NONE: { 'zh-CN': '无', en: 'none' },
  UPHELD: { 'zh-CN': '维持', en: 'upheld' },
  OVERTURNED: { 'zh-CN': '改判', en: 'overturned' },
};

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

export function valueWord(value: string, locale: Locale): string {
  return wordFor(VALUES, value, locale);
}

/** Whether a value is a moment, as RFC 3339 writes those of the log. */
export function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}
