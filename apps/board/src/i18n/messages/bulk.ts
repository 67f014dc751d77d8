/** What is done with many cards at once. */
import { defineMessages } from '../define-messages.ts';

export const bulkMessages = defineMessages({
  'zh-CN': {
    'bulk.title': '批量操作',
    'bulk.count': '已选 {n} 条',
    'bulk.hint': '勾选卡片',
    'bulk.hintKey': '，或在卡片上按 X',
    'bulk.claim': '接单',
    'bulk.assign': '指派',
    'bulk.handOff': '转办',
    'bulk.done': '结束选择',
    'bulk.assignee': '经办人',
    'bulk.assignDepartments': '所选投诉属于不同部门，请只选一个部门的投诉再指派',
    'bulk.to': '转给',
    'bulk.reason': '原因',
    'bulk.told': '{done} 条已完成，{refused} 条未能完成',
    'bulk.allDone': '{done} 条已完成',
    'bulk.failed': '没有得到服务器的答复，请重试',
  },
  en: {
    'bulk.title': 'Many at once',
    'bulk.count': '{n, plural, one {# selected} other {# selected}}',
    'bulk.hint': 'Tick cards',
    'bulk.hintKey': ', or press X on a card',
    'bulk.claim': 'Claim',
    'bulk.assign': 'Assign',
    'bulk.handOff': 'Hand over',
    'bulk.done': 'Stop selecting',
    'bulk.assignee': 'Assignee',
    'bulk.assignDepartments': 'The selected complaints are of several departments. Select those of one to assign them',
    'bulk.to': 'To',
    'bulk.reason': 'Reason',
    'bulk.told': '{done} done, {refused} refused',
    'bulk.allDone': '{done} done',
    'bulk.failed': 'The server did not answer. Try again',
  },
});
