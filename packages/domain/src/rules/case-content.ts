/**
 * What the content of a case still lacks: its findings, its resolution, the customer's verdict (docs/SPEC.md, MV11).
 * A complaint carries these facts as columns of its own, so that a card knows them without a further query.
 */
import type { ComplaintKind, Severity, Validity } from './vocabulary.ts';

/** The requirements of stages that are about the case's content. */
export const CONTENT_REQUIREMENTS = [
  'VALIDITY',
  'ROOT_CAUSE',
  'REPORT',
  'CONSULTATION',
  'RESOLUTION_OFFERED',
  'RESOLUTION_APPROVED',
  'RESOLUTION_CARRIED_OUT',
  'SURVEY',
  'CLOSING_SUMMARY',
  'REGULATOR_OUTCOME',
] as const;
export type ContentRequirement = (typeof CONTENT_REQUIREMENTS)[number];

/** What the rules need to know; all of it but kind, severity and the regulator belongs to the current round. */
export interface CaseContent {
  kind: ComplaintKind;
  severity: Severity;
  validity: Validity;
  rootCauseCode: string | null;
  reportedAt: Date | null;
  consultedAt: Date | null;
  offeredAt: Date | null;
  resolutionsAgreed: number;
  resolutionsUnapproved: number;
  resolutionsOpen: number;
  surveyScore: number | null;
  surveyGivenUpAt: Date | null;
  finalAnsweredAt: Date | null;
  summarisedAt: Date | null;
  isRegulator: boolean;
  /** The parent of a group case: each customer is settled with in their own complaint. */
  isGroup: boolean;
  regulatorOutcomeAt: Date | null;
}

/** The lowest score with which a customer counts as satisfied. */
export const SATISFIED_FROM = 4;

const ofComplaints = (met: (facts: CaseContent) => boolean) => (facts: CaseContent) =>
  facts.kind !== 'COMPLAINT' || met(facts);

const ofSettled = (met: (facts: CaseContent) => boolean) => (facts: CaseContent) =>
  facts.kind !== 'COMPLAINT' || facts.isGroup || met(facts);

/** Whether a requirement is met. Suggestions, inquiries and praise are answered, not investigated or settled. */
const MET: Record<ContentRequirement, (facts: CaseContent) => boolean> = {
  VALIDITY: ofComplaints((facts) => facts.validity !== 'UNDETERMINED'),
  ROOT_CAUSE: ofComplaints((facts) => facts.rootCauseCode !== null),
  REPORT: ofComplaints((facts) => facts.reportedAt !== null),
  CONSULTATION: ofComplaints((facts) => facts.severity === 'GENERAL' || facts.consultedAt !== null),
  RESOLUTION_OFFERED: ofSettled((facts) => facts.offeredAt !== null),
  RESOLUTION_APPROVED: ofSettled((facts) => facts.resolutionsUnapproved === 0),
  RESOLUTION_CARRIED_OUT: ofSettled((facts) => facts.resolutionsAgreed > 0 && facts.resolutionsOpen === 0),
  // Whom no round satisfied gets a final answer.
  SURVEY: (facts) =>
    facts.isGroup ||
    (facts.surveyScore ?? 0) >= SATISFIED_FROM ||
    facts.surveyGivenUpAt !== null ||
    facts.finalAnsweredAt !== null,
  CLOSING_SUMMARY: (facts) => facts.summarisedAt !== null,
  REGULATOR_OUTCOME: (facts) => !facts.isRegulator || facts.regulatorOutcomeAt !== null,
};

/** The requirements of its content that the case does not meet, in the order in which they are asked for. */
export function unmetContent(facts: CaseContent): ContentRequirement[] {
  return CONTENT_REQUIREMENTS.filter((requirement) => !MET[requirement](facts));
}
