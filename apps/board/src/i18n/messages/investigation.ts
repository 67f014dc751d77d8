/** Investigations: findings, consultations, visits, and whom a complaint is about, in the drawer. */
import { defineMessages } from '../define-messages.ts';

export const investigationMessages = defineMessages({
  'zh-CN': {
    'validity.UNDETERMINED': '待认定',
    'validity.FOUNDED': '成立',
    'validity.PARTLY_FOUNDED': '部分成立',
    'validity.UNFOUNDED': '不成立',
    'timeline.investigationReported': '提交了调查报告',
    'timeline.validityDecided': '认定投诉{validity}',
    'timeline.rootCauseSet': '查明根本原因：{cause}',
    'timeline.goneCause': '已删除的原因',
    'timeline.responsibilityDecided': '完成定责',
    'timeline.consultationRecorded': '会商：{names}',
    'timeline.summaryWritten': '写了结案小结',
    'timeline.concernedSet': '标明投诉涉及 {names}，由他人调查',
    'timeline.concernedNobody': '更正：投诉不涉及任何同事',
  },
  en: {
    'validity.UNDETERMINED': 'not decided yet',
    'validity.FOUNDED': 'founded',
    'validity.PARTLY_FOUNDED': 'partly founded',
    'validity.UNFOUNDED': 'unfounded',
    'timeline.investigationReported': 'handed in the report of the investigation',
    'timeline.validityDecided': 'found the complaint {validity}',
    'timeline.rootCauseSet': 'found the root cause: {cause}',
    'timeline.goneCause': 'a cause that was removed',
    'timeline.responsibilityDecided': 'decided which department is responsible',
    'timeline.consultationRecorded': 'consultation: {names}',
    'timeline.summaryWritten': 'wrote the closing summary',
    'timeline.concernedSet': 'marked the complaint as being about {names}: others investigate it',
    'timeline.concernedNobody': 'corrected: the complaint is about no colleague',
  },
});
