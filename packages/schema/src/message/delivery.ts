/** What can be wrong with where notifications are sent. The keys are those of rules/notification-target. */
import type { Message } from './catalogue.ts';

export const DELIVERY_MESSAGES = {
  malformedRobotUrl: {
    'zh-CN': '机器人地址不完整，请在群机器人设置中重新复制 Webhook 地址。',
    en: "This is not a robot's whole address. Copy the webhook again from the robot's settings.",
  },
  foreignRobotHost: {
    'zh-CN': '只能填写该平台官方的 Webhook 地址；使用自建网关请联系管理员。',
    en: "Only the vendor's own https addresses are called. For a gateway of your own, ask an administrator.",
  },
  robotWithoutSecret: {
    'zh-CN': '这类渠道不使用签名密钥，请清空此项。',
    en: 'Channels of this kind are not signed. Leave the secret empty.',
  },
} as const satisfies Record<string, Message>;
