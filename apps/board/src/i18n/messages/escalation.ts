/** Ladders, urging and supervision, in the drawer. */
import { defineMessages } from '../define-messages.ts';

export const escalationMessages = defineMessages({
  'zh-CN': {
    'timeline.escalated': '{deadline}超时，升级到 {level} 级',
    'timeline.escalatedByHand': '上报到 {level} 级',
    'timeline.named': '通知{members}',
    'timeline.taken': '接手了升级的投诉',
    'timeline.urged': '催办',
    'timeline.urgedDepartment': '催办{department}',
    'timeline.supervised': '开始督办',
    'timeline.supervisedBy': '由{name}督办',
    'timeline.supervisionMoved': '阶段已变，督办结束',
    'timeline.supervisionEnded': '结束了督办',
  },
  en: {
    'timeline.escalated': '{deadline} deadline missed: escalated to level {level}',
    'timeline.escalatedByHand': 'escalated it to level {level}',
    'timeline.named': 'named {members}',
    'timeline.taken': 'took the escalated complaint on',
    'timeline.urged': 'urged',
    'timeline.urgedDepartment': 'urged {department}',
    'timeline.supervised': 'began to supervise it',
    'timeline.supervisedBy': 'it is supervised by {name}',
    'timeline.supervisionMoved': 'it moved on: supervision ended',
    'timeline.supervisionEnded': 'ended the supervision',
  },
});
