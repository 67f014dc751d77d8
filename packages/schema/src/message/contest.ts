/** What is said about contested complaints and their rulings. */
import type { Message } from './catalogue.ts';

export const CONTEST_MESSAGES = {
  contested: {
    'zh-CN': '各部门对这条投诉的归属有争议，正在等待裁定，裁定前不能转办或改派。请协调员裁定归属。',
    en: 'Departments dispute whose this complaint is. Until it is ruled on it cannot be handed over or routed: have a coordinator rule.',
  },
  rulingStandsAppealable: {
    'zh-CN': '这条投诉已裁定由本部门办理，不能再转办。如有异议，请在申诉期内申诉。',
    en: 'A ruling gave this complaint to the department, which cannot hand it on. If that is wrong, appeal while there is time.',
  },
  rulingStands: {
    'zh-CN': '这条投诉已裁定由本部门办理，不能转回争议各方；申诉未决期间也不能转给其他部门。',
    en: 'A ruling gave this complaint to the department: it does not go back to the parties of that dispute, nor to anybody while an appeal is open.',
  },
  rulingSettledRuled: {
    'zh-CN': '这次争议已经裁定，请查看裁定结果。',
    en: 'This dispute has been ruled on already. Look at the ruling.',
  },
  rulingSettledAppealed: {
    'zh-CN': '这次裁定已经申诉过，每次裁定只能申诉一次。',
    en: 'This ruling was appealed before; it can be appealed once.',
  },
  rulingSettledAppealOver: {
    'zh-CN': '这次裁定已不能申诉：申诉期已过，或投诉已不在本部门。',
    en: 'This ruling can no longer be appealed: the time for it is over, or the complaint has gone elsewhere since.',
  },
  rulingSettledNotAppealed: {
    'zh-CN': '这次裁定没有待处理的申诉，请刷新查看结果。',
    en: 'No appeal against this ruling waits for a decision. Load again to see how it stands.',
  },
  alreadyDone: {
    'zh-CN': '这项操作此前已经完成，这次没有任何改动；该投诉已不在您的查看范围内。',
    en: 'This was done when you first asked for it, and nothing was changed now. The complaint is no longer yours to see.',
  },
  upheldNamesDepartment: {
    'zh-CN': '维持裁定时不用填写部门。',
    en: 'A ruling that stands names no other department. Leave this out.',
  },
  overturnNamesDepartment: { 'zh-CN': '改判时请选择由哪个部门办理。', en: 'Say whose the complaint is instead.' },
  overturnNamesTheSame: {
    'zh-CN': '改判的部门不能与原裁定相同；如果不变，请选择维持裁定。',
    en: 'That is the department that the ruling named. Uphold the ruling, or name another.',
  },
  forbidden_rule: {
    'zh-CN': '只有协调员可以裁定，且投诉须处于责任争议中。',
    en: 'Coordinators rule, and only while a complaint is contested.',
  },
  forbidden_appeal: {
    'zh-CN': '申诉由被裁定部门的负责人或副手提出。',
    en: 'The head or deputy of the department that the ruling named may appeal.',
  },
  forbidden_decideAppeal: {
    'zh-CN': '申诉由主管、分管领导、总经理或协调员裁决，且不能裁决自己作出的裁定或自己提出的申诉。',
    en: 'Appeals are decided by a supervisor, an executive, the general manager or a coordinator; nobody decides on their own ruling or appeal.',
  },
} as const satisfies Record<string, Message>;
