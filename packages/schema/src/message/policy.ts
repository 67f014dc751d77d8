/** What can be wrong with a policy, at the field where it is. */
import type { Message } from './catalogue.ts';

export const POLICY_MESSAGES = {
  numberTooSmall: { 'zh-CN': '不能小于 {min}，请修改。', en: 'This is too small: at least {min}.' },
  numberTooLarge: { 'zh-CN': '不能大于 {max}，请修改。', en: 'This is too large: at most {max}.' },
  numberNotWhole: { 'zh-CN': '请填写整数。', en: 'Give a whole number.' },
  ownDueTime: {
    'zh-CN': '这类时限由人逐件设定，不能统一规定，请留空。',
    en: 'Clocks of this kind are given a due time of their own. Leave the limits out.',
  },
  afterFirstReminder: {
    'zh-CN': '第二次提醒须晚于第一次提醒，请改大一些。',
    en: 'The second reminder comes after the first. Give more hours.',
  },
  afterSecondReminder: {
    'zh-CN': '失效时间须晚于第二次提醒，请改大一些。',
    en: 'The survey ends after the second reminder. Give more hours.',
  },
  unknownMember: {
    'zh-CN': '没有这个人，或账号已停用，请另选一位。',
    en: 'There is no such person, or they cannot sign in any more. Choose somebody else.',
  },
  notCoordinator: {
    'zh-CN': '这个人不是协调员，排了班也不会收到通知，请另选一位。',
    en: 'This person is no coordinator, so nothing would reach them on duty. Choose a coordinator.',
  },
  unknownPolicyKey: {
    'zh-CN': '没有这一项设置；日历代码须以大写字母开头，只含大写字母、数字和下划线，最多 32 个字符。',
    en: 'There is no such setting. The code of a calendar begins with a capital and has capitals, digits and underscores, 32 at most.',
  },
  noDefaultPolicy: {
    'zh-CN': '这一项没有出厂设置，无法恢复；请直接修改。',
    en: 'The product has no default for this. Change it instead.',
  },
} as const satisfies Record<string, Message>;
