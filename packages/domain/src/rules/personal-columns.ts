/**
 * Where people's words and what names a customer are kept: every column that reveals have to know (docs/SPEC.md, PD6).
 */

/** Of tables whose rows belong to a complaint, by the column `complaintId`. */
export const WORDS_OF_COMPLAINT = {
  complaint_text: ['subject', 'description', 'demand', 'place', 'about'],
  contact: ['summary'],
  note: ['text'],
  handoff: ['reason', 'answerReason'],
  duty: ['what', 'endNote'],
  hold: ['reason'],
  ruling: ['reason', 'appealReason', 'decisionReason'],
  promise: ['what'],
  investigation: ['course', 'findings', 'conclusion', 'validityReason', 'rootCauseNote', 'responsibleNote', 'summary'],
  consultation: ['summary', 'decision'],
  visit: ['place', 'record'],
  resolution: ['what', 'answerNote', 'proofNote'],
  approval: ['reason'],
  survey: ['comment'],
  attachment: ['name', 'note'],
  final_answer: ['text', 'reason'],
  regulator_case: ['demand', 'outcomeNote'],
  regulator_answer: ['text', 'reason'],
  reply_draft: ['text', 'reason'],
  demand_mark: ['reason', 'evidence', 'decisionReason'],
  meeting_step: ['text', 'note'],
  meeting_topic: ['text', 'note'],
} as const;

export type TableOfWords = keyof typeof WORDS_OF_COMPLAINT;

/** Of the customer themselves. */
export const CUSTOMER_OWN = ['name', 'phone', 'email', 'region', 'tier', 'group', 'ageBand', 'occupation'] as const;

/** Text columns of the same tables that hold codes and keys, nobody's words. */
export const CODES_OF_COMPLAINT: Partial<Record<TableOfWords | 'complaint', readonly string[]>> = {
  contact: ['templateKey'],
  duty: ['whatEn', 'templateKey'],
  investigation: ['rootCauseCode'],
  resolution: ['currency', 'approvalRoles'],
  attachment: ['mediaType', 'sha256'],
  regulator_case: ['agencyName', 'reference'],
  meeting_step: ['reasons'],
};
