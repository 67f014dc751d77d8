/** What codes are called, in a file that people read. */
import type { Directory } from '@redress/domain/reads/directory';
import { policyValue } from '@redress/domain/reads/policy-values';
import type { Channel, ComplaintKind, Role } from '@redress/domain/rules/vocabulary';
import type { Words } from '@redress/domain/rules/words';
import type { Locale } from '@redress/schema/context';

export const KIND_WORDS: Words<ComplaintKind> = {
  COMPLAINT: { 'zh-CN': '投诉', en: 'Complaint' },
  SUGGESTION: { 'zh-CN': '建议', en: 'Suggestion' },
  INQUIRY: { 'zh-CN': '咨询', en: 'Inquiry' },
  PRAISE: { 'zh-CN': '表扬', en: 'Praise' },
};

export const FROM_WORDS: Words<Channel> = {
  PHONE: { 'zh-CN': '电话', en: 'Phone' },
  EMAIL: { 'zh-CN': '邮件', en: 'Email' },
  LIVE_CHAT: { 'zh-CN': '在线客服', en: 'Live chat' },
  SOCIAL_MEDIA: { 'zh-CN': '社交媒体', en: 'Social media' },
  WEB_FORM: { 'zh-CN': '网页表单', en: 'Web form' },
  MOBILE_APP: { 'zh-CN': 'App', en: 'Mobile app' },
  STORE: { 'zh-CN': '门店', en: 'Store' },
  LETTER: { 'zh-CN': '来信', en: 'Letter' },
};

export const ROLE_WORDS: Words<Role> = {
  AGENT: { 'zh-CN': '专员', en: 'Agent' },
  DEPARTMENT_HEAD: { 'zh-CN': '部门负责人', en: 'Department head' },
  DEPUTY_HEAD: { 'zh-CN': '部门副职', en: 'Deputy head' },
  SUPERVISOR: { 'zh-CN': '主管', en: 'Supervisor' },
  COORDINATOR: { 'zh-CN': '协调员', en: 'Coordinator' },
  EXECUTIVE: { 'zh-CN': '分管领导', en: 'Executive in charge' },
  GENERAL_MANAGER: { 'zh-CN': '总经理', en: 'General manager' },
  AUDITOR: { 'zh-CN': '审计', en: 'Auditor' },
  ADMIN: { 'zh-CN': '管理员', en: 'Administrator' },
  OWNER: { 'zh-CN': '董事长', en: 'Owner' },
};

export const YES_NO = { true: { 'zh-CN': '是', en: 'yes' }, false: { 'zh-CN': '否', en: 'no' } } as const;

/** What the company calls the stage; a code that is none is told as it is. */
export function stageWord(directory: Directory, stage: string, locale: Locale): string {
  const name = policyValue(directory, 'stageName', stage);
  return (locale === 'en' ? name?.en : name?.zh) ?? stage;
}
