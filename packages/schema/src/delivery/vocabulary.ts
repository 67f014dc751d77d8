/** The words of deliveries, as enums of the contract. */
import { builder } from '../builder.ts';

export const DeliveryStateEnum = builder.enumType('DeliveryState', {
  description: 'What became of a delivery.',
  values: {
    QUEUED: { description: 'It is to be sent, or tried again.' },
    SENT: { description: 'The other side took it.' },
    FAILED: { description: 'It was refused, or tried for hours in vain.' },
    OBSOLETE: { description: 'Nobody waited for it any more when its time came, so it was not sent.' },
  } as const,
});

export const NotificationChannelKindEnum = builder.enumType('NotificationChannelKind', {
  description: 'A way on which notifications go out beside the inbox. More may be added.',
  values: {
    EMAIL: { description: "E-mail, by the company's own mail server." },
    WECOM: { description: 'A group robot of WeCom (企业微信).' },
    DINGTALK: { description: 'A group robot of DingTalk (钉钉).' },
    FEISHU: { description: 'A group robot of Feishu (飞书) or Lark.' },
  } as const,
});
