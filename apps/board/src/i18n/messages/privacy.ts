/** Personal data: showing it, and what is done about it. */
import { defineMessages } from '../define-messages.ts';

export const privacyMessages = defineMessages({
  'zh-CN': {
    'privacy.name': '姓名',
    'privacy.show': '显示完整信息',
    'privacy.hide': '立即隐藏',
    'privacy.hidesIn': '{s} 秒后自动隐藏',
    'privacy.reason': '用途',
    'privacy.onRecord': '每次查看都会记录在时间线和审计中',
    'privacy.note': '说明',
    'privacy.submit': '显示',
    'privacy.reason.CONTACT': '联系客户',
    'privacy.reason.VERIFY': '核对身份',
    'privacy.reason.DELIVER': '上门或收送货',
    'privacy.reason.PAY': '退款或赔付',
    'privacy.reason.INVESTIGATE': '调查核实',
    'privacy.reason.OTHER': '其他（请说明）',
    'timeline.revealed': '查看了客户完整信息 · {reason}',
  },
  en: {
    'privacy.name': 'Name',
    'privacy.show': 'Show in full',
    'privacy.hide': 'Hide now',
    'privacy.hidesIn': 'hides by itself in {s} s',
    'privacy.reason': 'What for',
    'privacy.onRecord': 'Every look is on the timeline and in the audit trail',
    'privacy.note': 'In words',
    'privacy.submit': 'Show',
    'privacy.reason.CONTACT': 'To contact the customer',
    'privacy.reason.VERIFY': 'To verify who it is',
    'privacy.reason.DELIVER': 'To visit, bring or fetch',
    'privacy.reason.PAY': 'To refund or pay',
    'privacy.reason.INVESTIGATE': 'To investigate',
    'privacy.reason.OTHER': 'Something else (say what)',
    'timeline.revealed': 'looked at the customer’s data · {reason}',
  },
});
