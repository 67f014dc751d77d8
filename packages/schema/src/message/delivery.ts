/** What can be wrong with where notifications are sent. The keys are those of rules/notification-target. */
import type { Message } from './catalogue.ts';

export const DELIVERY_MESSAGES = {
  malformedRobotUrl: {
    'zh-CN': '机器人地址不完整，请在群机器人设置中重新复制 Webhook 地址。',
    en: "This is not a robot's whole address. Copy the webhook again from the robot's settings.",
  },
  foreignRobotHost: {
    'zh-CN': '这里只能填写以下地址上的 Webhook：{hosts}。使用自建网关请联系系统运维（ROBOT_ORIGINS）。',
    en: 'Only robots at these addresses are called: {hosts}. For a gateway of your own, ask who runs the server (ROBOT_ORIGINS).',
  },
  robotWithoutSecret: {
    'zh-CN': '这类渠道不使用签名密钥，请清空此项。',
    en: 'Channels of this kind are not signed. Leave the secret empty.',
  },
  channelNotOffered: {
    'zh-CN': '本服务器没有配置发信服务器，暂不能用邮件通知；请联系系统运维（SMTP_URL）。',
    en: 'No mail server is configured here, so notifications cannot go by e-mail. Ask who runs the server (SMTP_URL).',
  },
  channelKnown: {
    'zh-CN': '您已经添加过这个地址，请直接修改已有的渠道。',
    en: 'You have added this address already. Change that channel instead.',
  },
  channelKindStays: {
    'zh-CN': '渠道的类型不能修改，请另外添加一个。',
    en: 'A channel keeps its kind. Add another one instead.',
  },
  channelCarriesNothing: {
    'zh-CN': '请至少选择一种通知。',
    en: 'Choose at least one kind of notification.',
  },
  personalInView: {
    'zh-CN': '这个视图查找的是某个人的号码或地址，只能自己留用，不能共享。',
    en: "This view looks for a person's number or address. Keep it for yourself; it is not shared.",
  },
  tooManyViews: {
    'zh-CN': '最多保存 {max} 个视图，请先删掉一些。',
    en: 'At most {max} views are kept. Take some away first.',
  },
  tooManyChannels: {
    'zh-CN': '最多 {max} 个渠道，请先删除不用的。',
    en: 'At most {max} channels are kept. Remove one first.',
  },
} as const satisfies Record<string, Message>;
