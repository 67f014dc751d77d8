/** What stands where in a customer's copy, in their words: every place that personal-columns.ts knows has a name here. */
import type { CUSTOMER_OWN, TableOfWords, WORDS_OF_COMPLAINT } from '@redress/domain/rules/personal-columns';
import type { Locale } from '@redress/schema/context';

type InBoth = Record<Locale, string>;
type Places = { [T in TableOfWords]: Record<(typeof WORDS_OF_COMPLAINT)[T][number], InBoth> };

const both = (zh: string, en: string): InBoth => ({ 'zh-CN': zh, en });

const PLACES: Places = {
  complaint_text: {
    subject: both('主题', 'Subject'),
    description: both('经过', 'What happened'),
    demand: both('您的诉求', 'What you asked for'),
    place: both('地点', 'Where'),
    about: both('涉及', 'About'),
  },
  contact: { summary: both('联系记录', 'What was spoken of') },
  note: { text: both('说明', 'Note') },
  handoff: { reason: both('转办说明', 'Why it was handed on'), answerReason: both('转办答复', 'Answer to that') },
  duty: { what: both('协办事项', 'What was to be done'), endNote: both('办理结果', 'What came of it') },
  hold: { reason: both('挂起原因', 'Why it waited') },
  ruling: {
    reason: both('裁定理由', 'Ruling'),
    appealReason: both('申诉理由', 'Appeal'),
    decisionReason: both('复核理由', 'Decision'),
  },
  promise: { what: both('对您的承诺', 'What you were promised') },
  investigation: {
    course: both('调查经过', 'Investigation'),
    findings: both('调查发现', 'Findings'),
    conclusion: both('调查结论', 'Conclusion'),
    validityReason: both('认定理由', 'Why it was found so'),
    rootCauseNote: both('原因说明', 'Cause'),
    responsibleNote: both('定责说明', 'Responsibility'),
    summary: both('结案小结', 'Closing summary'),
  },
  consultation: { summary: both('会商情况', 'Consultation'), decision: both('会商决定', 'What it came to') },
  visit: { place: both('上门地点', 'Place of the visit'), record: both('上门记录', 'Record of the visit') },
  resolution: {
    what: both('处理方案', 'Resolution'),
    answerNote: both('对方案的答复', 'Answer to it'),
    proofNote: both('执行说明', 'How it was carried out'),
  },
  approval: { reason: both('审批意见', 'Approval') },
  survey: { comment: both('您的评价', 'Your verdict') },
  attachment: { name: both('附件名称', 'File'), note: both('附件说明', 'About the file') },
  final_answer: { text: both('终结答复', 'Final answer'), reason: both('复核意见', 'Review') },
  regulator_case: {
    demand: both('监管要求', 'What the agency asked for'),
    outcomeNote: both('监管意见', 'What it said'),
  },
  regulator_answer: {
    text: both('对监管部门的答复', 'Answer to the agency'),
    reason: both('审核意见', 'Review of it'),
  },
  reply_draft: { text: both('答复口径', 'Wording for you'), reason: both('核准意见', 'What was said to it') },
  demand_mark: {
    reason: both('诉求标记的理由', 'Why your demands were marked'),
    evidence: both('诉求标记的依据', 'What was taken to show it'),
    decisionReason: both('诉求标记的复核意见', 'What the second person said'),
  },
  meeting_step: {
    text: both('协调会决定', 'What a meeting decided'),
    note: both('提请协调会讨论的事', 'What a meeting was asked'),
  },
  meeting_topic: {
    text: both('提请协调会的议题', 'What a meeting was to talk about'),
    note: both('提请协调会讨论的事', 'What a meeting was asked'),
  },
};

const OWN: Record<(typeof CUSTOMER_OWN)[number], InBoth> = {
  name: both('姓名', 'Name'),
  phone: both('电话', 'Telephone'),
  email: both('邮箱', 'E-mail'),
  region: both('地区', 'Region'),
  tier: both('会员等级', 'Membership tier'),
  group: both('客户群体', 'Customer group'),
  ageBand: both('年龄段', 'Age band'),
  occupation: both('职业', 'Occupation'),
};

export const COPY_WORDS = {
  title: both('您的个人信息副本', 'Your personal data'),
  about: both(
    '以下是我们保存的、与您有关的全部个人信息，以及您每件投诉中的文字。附件请向我们索取原件。',
    'This is all that we hold about you, with the texts of each of your complaints. Ask us for the files themselves.',
  ),
  made: both('生成时间', 'Made'),
  you: both('您的资料', 'You'),
  files: both('附件', 'Files'),
  received: both('受理时间', 'Received'),
  closed: both('结案时间', 'Closed'),
  nothing: both('没有其他文字。', 'No texts are held.'),
} as const;

/** What a place of a copy is called. */
export function placeName(table: TableOfWords, column: string, locale: Locale): string {
  return (PLACES[table] as Record<string, InBoth>)[column]![locale];
}

export function ownName(column: (typeof CUSTOMER_OWN)[number], locale: Locale): string {
  return OWN[column][locale];
}
