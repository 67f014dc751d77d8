/** The table of how departments answer handoffs. */
import { defineMessages } from '../define-messages.ts';

export const declineFigureMessages = defineMessages({
  'zh-CN': {
    'declines.title': '退回情况',
    'declines.intro': '各部门被请求转办的答复情况。只有裁定认定错误的退回才算无理退回。',
    'declines.period': '时间',
    'declines.period.week': '近 7 天',
    'declines.period.month': '近 30 天',
    'declines.period.quarter': '近 90 天',
    'declines.period.year': '近一年',
    'declines.department': '部门',
    'declines.asked': '被请求',
    'declines.accepted': '接收',
    'declines.declined': '退回',
    'declines.unjustified': '无理退回',
    'declines.rate': '无理退回率',
    'declines.target': '目标低于 {target}%',
    'declines.none': '没有你能看的统计：部门负责人看本部门的，能看全部投诉的人看所有部门的。',
    'declines.failed': '没有连上服务器，请重试。',
    'declines.over': '高于目标',
  },
  en: {
    'declines.title': 'Declines',
    'declines.intro':
      'How departments answered what they were asked to take over. Only declines that a ruling found wrong are unjustified.',
    'declines.period': 'Period',
    'declines.period.week': '7 days',
    'declines.period.month': '30 days',
    'declines.period.quarter': '90 days',
    'declines.period.year': 'A year',
    'declines.department': 'Department',
    'declines.asked': 'Asked',
    'declines.accepted': 'Accepted',
    'declines.declined': 'Declined',
    'declines.unjustified': 'Unjustified',
    'declines.rate': 'Unjustified rate',
    'declines.target': 'Target: below {target} %',
    'declines.none':
      'There are no figures for you here: heads see those of their department, who sees every complaint sees all of them.',
    'declines.failed': 'The server did not answer. Try again.',
    'declines.over': 'above the target',
  },
});
