/** What is said about investigations: findings, consultations, visits, and whom a complaint is about. */
import type { Message } from './catalogue.ts';

export const INVESTIGATION_MESSAGES = {
  forbidden_investigate: {
    'zh-CN': '调查由主办部门的成员或协调员进行，且投诉须在受理之后、结案之前。',
    en: 'A complaint is investigated by members of its department and by coordinators, once it is confirmed and until it is closed.',
  },
  forbidden_decideResponsibility: {
    'zh-CN': '定责由协调员、分管领导或总经理决定。',
    en: 'Which department is responsible is decided by coordinators, executives and the general manager.',
  },
  forbidden_concern: {
    'zh-CN': '涉及的同事由主办部门的负责人或副手、首问人、协调员标明。',
    en: "Whom a complaint is about is said by the department's head or deputy, by its registrar, or by a coordinator.",
  },
  forbidden_concerned: {
    'zh-CN': '这条投诉涉及您本人，须由他人调查和处理；您可以在评论中说明情况。',
    en: 'This complaint is about you, so others investigate and decide it. What you have to say belongs in a comment.',
  },
  concernedByIt: {
    'zh-CN': '这条投诉涉及此人，不能由其经办或调查，请另选一位。',
    en: 'The complaint is about this person, who cannot work on it. Choose somebody else.',
  },
  twoMembers: {
    'zh-CN': '至少需要 {min} 位不同的同事。',
    en: 'Name at least {min} different colleagues.',
  },
  beforeRound: {
    'zh-CN': '时间早于本轮处理的开始，请核对。',
    en: 'This is before the present round began. Check the time.',
  },
  visitEnded: {
    'zh-CN': '这次上门已经有了结果，请刷新查看。',
    en: 'What became of this visit was said before. Load again to see it.',
  },
  visitAhead: {
    'zh-CN': '还没到约定的上门时间；如需改期，请先取消再重新安排。',
    en: 'The visit is still ahead. To move it, call it off and plan another.',
  },
  tooManyVisits: {
    'zh-CN': '一条投诉最多同时安排 {max} 次上门，请先填写已有安排的结果。',
    en: 'At most {max} visits are planned at a time. Say first what became of those.',
  },
  malformedRootCause: {
    'zh-CN': '代码只能用小写字母、数字和连字符，每级 2 至 40 个字符，下级以上级代码加点开头。',
    en: 'A code has small letters, digits and hyphens, 2 to 40 of them in each level; a cause begins with its group and a dot.',
  },
  unknownRootCause: {
    'zh-CN': '没有代码为“{code}”的根本原因，或该原因已停用，请重新选择。',
    en: 'There is no root cause with the code "{code}", or it was archived. Choose another.',
  },
  validityUndetermined: {
    'zh-CN': '请选择成立、部分成立或不成立。',
    en: 'Say whether it is founded, partly founded or unfounded.',
  },
  resolutionsAgainstUnfounded: {
    'zh-CN': '投诉不成立时只能给予解释或补偿，请先撤回其他处理方案。',
    en: 'An unfounded complaint is met with an explanation or with goodwill. Withdraw the other resolutions first.',
  },
} as const satisfies Record<string, Message>;
