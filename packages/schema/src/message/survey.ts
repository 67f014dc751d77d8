/** What is said about surveys and final answers. */
import type { Message } from './catalogue.ts';

export const SURVEY_MESSAGES = {
  score: { 'zh-CN': '评分须为 1 到 5 的整数，请修改。', en: 'A score is a whole number from 1 to 5.' },
  surveyAnsweredBefore: {
    'zh-CN': '这次评价已经提交过，不能重复评价。',
    en: 'This survey was answered already; the answer stands.',
  },
  surveyExpired: {
    'zh-CN': '评价已过期，不能再提交。如仍有意见，请给我们留言。',
    en: 'The time for this survey is over. If something is still wrong, leave us a message.',
  },
  surveyNotAsked: {
    'zh-CN': '这条投诉现在没有待完成的评价。',
    en: 'No survey of this complaint waits for an answer now.',
  },
  surveyOtherRound: {
    'zh-CN': '这条投诉已重新处理，上一轮的评价已结束，请刷新后再看。',
    en: 'This complaint has been taken up again since; the survey of the round before is over. Load again.',
  },
  finalAnswerAsked: {
    'zh-CN': '已有一份终结答复在等待法务复核，请等复核结果。',
    en: 'A final answer waits for its review. Wait for the decision.',
  },
  finalAnswerDecided: {
    'zh-CN': '这份终结答复已经有了结论，请刷新查看。',
    en: 'This final answer was decided on before. Load again to see how.',
  },
  reviewsOwnAnswer: {
    'zh-CN': '终结答复不能由本人复核，请另选一位。',
    en: 'Nobody reviews their own final answer. Choose somebody else.',
  },
} as const satisfies Record<string, Message>;
