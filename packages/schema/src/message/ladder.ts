/** What can be wrong with a ladder. The keys are those of the shape's refusals. */
import type { Message } from './catalogue.ts';

export const LADDER_MESSAGES = {
  ladderNamesNobody: {
    'zh-CN': '升级路径至少要有一级，请添加要通知的人。',
    en: 'A ladder has at least one step. Add whom it names.',
  },
  stepNamesNobody: {
    'zh-CN': '这一级没有指定任何人，请选择角色或人员。',
    en: 'This step names nobody. Choose a role or a member.',
  },
  unknownTarget: { 'zh-CN': '升级对象无效，请重新选择。', en: 'A step cannot name this. Choose a role or a member.' },
  stepsOutOfOrder: {
    'zh-CN': '这一级的时间早于上一级，请按先后顺序排列。',
    en: 'This step would come before the one above it. Put the steps in the order of their times.',
  },
  tooManySteps: { 'zh-CN': '升级路径最多 {max} 级。', en: 'A ladder has at most {max} steps.' },
  tooManyTargets: { 'zh-CN': '每一级最多指定 {max} 个对象。', en: 'A step names at most {max} roles or members.' },
  tooManyCategories: { 'zh-CN': '每一级最多限定 {max} 个类别。', en: 'A step is limited to at most {max} categories.' },
  stepConcernsNothing: {
    'zh-CN': '请至少选择一个类别；不限类别时请取消限定。',
    en: 'Choose at least one category, or let the step concern every complaint.',
  },
} as const satisfies Record<string, Message>;
