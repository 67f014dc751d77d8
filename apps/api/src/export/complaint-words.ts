/** What the codes of a complaint are called, in a file that people read. */
import type { Directory } from '@redress/domain/reads/directory';
import { policyValue } from '@redress/domain/reads/policy-values';
import type { Channel, ComplaintKind, Stage } from '@redress/domain/rules/vocabulary';
import type { Locale } from '@redress/schema/context';

type Words<Code extends string> = Record<Code, Record<Locale, string>>;

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

export const YES_NO = { true: { 'zh-CN': '是', en: 'yes' }, false: { 'zh-CN': '否', en: 'no' } } as const;

/** What the company calls the stage. */
export function stageWord(directory: Directory, stage: Stage, locale: Locale): string {
  const name = policyValue(directory, 'stageName', stage);
  return (locale === 'en' ? name?.en : name?.zh) ?? stage;
}
