/** What is said of holds, promises and duties that can't go the way that was asked. */
import type { Message } from './catalogue.ts';

export const HOLD_MESSAGES = {
  contactNotTried: {
    'zh-CN': '挂起前须先联系客户：本轮还没有外呼记录，请先联系并登记。',
    en: 'Try to reach the customer before you put this on hold: record an outbound contact of this round first.',
  },
  alreadyOnHold: {
    'zh-CN': '这条投诉已经挂起，如需改期请先恢复处理。',
    en: 'This complaint is on hold already. Resume it first to set another date.',
  },
  holdRequested: {
    'zh-CN': '已有一次挂起申请在等待审批，请等待审批结果，或先撤回申请。',
    en: 'A hold of this complaint waits for approval already. Wait for the decision, or take the request back first.',
  },
  notOnHold: {
    'zh-CN': '这条投诉没有挂起，无需恢复。',
    en: 'This complaint is not on hold. There is nothing to resume.',
  },
  holdSettled: {
    'zh-CN': '这次挂起已经有了结果或已过期，请刷新查看。',
    en: 'This hold was decided before, or its date has passed. Load again to see how it stands.',
  },
  notInFuture: {
    'zh-CN': '恢复时间必须晚于现在，请修改。',
    en: 'That has passed already. Give a time that lies ahead.',
  },
  holdTooLong: {
    'zh-CN': '一次最多挂起 {days} 天，请选择更早的恢复时间。',
    en: 'A hold lasts {days} days at most. Choose an earlier date.',
  },
  dutyDoneBefore: {
    'zh-CN': '这项协办事项已经完成，无需重复操作。',
    en: 'This duty was reported done already. There is nothing left to do.',
  },
  dutyWaivedBefore: {
    'zh-CN': '这项协办事项已被免除，无需再处理。',
    en: 'This duty was waived already. There is nothing left to do.',
  },
  dueTooFar: {
    'zh-CN': '截止时间不能超过一年，请修改。',
    en: 'That is more than a year away. Give an earlier time.',
  },
  tooManyOpenDuties: {
    'zh-CN': '一条投诉最多同时有 {max} 项未完成的协办事项，请先完成或免除一些。',
    en: 'A complaint has at most {max} open duties. Have some of them done or waived first.',
  },
  tooManyDutyLines: {
    'zh-CN': '一个模板最多 {max} 项协办事项，请删减。',
    en: 'A template has at most {max} lines. Remove some.',
  },
  noDutyTemplate: {
    'zh-CN': '该类别没有协办模板，请逐项添加，或请管理员设置模板。',
    en: 'The category has no template. Give the duties one by one, or ask an administrator for a template.',
  },
  dutyTemplateGiven: {
    'zh-CN': '模板中的协办事项本轮都已下达。',
    en: 'Every line of the template that can be given was given in this round.',
  },
  promiseKeptBefore: {
    'zh-CN': '这项承诺已经兑现，无需重复操作。',
    en: 'This promise was reported kept already. There is nothing left to do.',
  },
  promiseReleasedBefore: {
    'zh-CN': '这项承诺已经解除，无需再处理。',
    en: 'This promise was released already. There is nothing left to do.',
  },
  notTheirWords: {
    'zh-CN': '客户说的话不是发给客户的文本，请取消勾选。',
    en: 'What the customer said is no text to the customer. Untick it.',
  },
  unknownTemplate: {
    'zh-CN': '没有这个话术模板，可能已被停用，请另选一个或直接填写。',
    en: 'There is no such template; it may have been withdrawn. Choose another, or write freely.',
  },
  unknownPlace: {
    'zh-CN': '大括号里只能写 customer、number、department、member、limit，请修改。',
    en: 'Braces may hold customer, number, department, member or limit only. Correct what they hold.',
  },
  tooManyOpenPromises: {
    'zh-CN': '一条投诉最多同时有 {max} 项未兑现的承诺，请先兑现或解除一些。',
    en: 'A complaint has at most {max} open promises. Keep or release some of them first.',
  },
} as const satisfies Record<string, Message>;
