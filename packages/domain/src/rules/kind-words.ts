/** What kinds are called, in messages and in the audit trail alike. */
import type { NotificationChannelKind, ResolutionKind } from './vocabulary.ts';
import type { Words } from './words.ts';

export const RESOLUTION_WORDS: Words<ResolutionKind> = {
  REFUND: { 'zh-CN': '退款', en: 'Refund' },
  REPLACEMENT: { 'zh-CN': '换货', en: 'Replacement' },
  REPAIR: { 'zh-CN': '维修', en: 'Repair' },
  COMPENSATION: { 'zh-CN': '赔偿', en: 'Compensation' },
  GOODWILL: { 'zh-CN': '补偿', en: 'Goodwill' },
  GIFT: { 'zh-CN': '礼品', en: 'Gift' },
  APOLOGY: { 'zh-CN': '致歉', en: 'Apology' },
  EXPLANATION: { 'zh-CN': '解释说明', en: 'Explanation' },
};

export const CHANNEL_WORDS: Words<NotificationChannelKind> = {
  EMAIL: { 'zh-CN': '电子邮件', en: 'E-mail' },
  WECOM: { 'zh-CN': '企业微信群机器人', en: 'WeCom group robot' },
  DINGTALK: { 'zh-CN': '钉钉群机器人', en: 'DingTalk group robot' },
  FEISHU: { 'zh-CN': '飞书群机器人', en: 'Feishu group robot' },
};
