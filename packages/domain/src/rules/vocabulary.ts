/**
 * The words of the domain that every room shares. They are the enum values of the contract and of the database;
 * rules use these unions so that they stay free of both (and run in a browser).
 */

/** In the order in which a complaint passes through them. */
export const STAGES = ['RECEIVED', 'CONFIRMED', 'INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP', 'CLOSED'] as const;
export type Stage = (typeof STAGES)[number];

/** From the least to the most severe. */
export const SEVERITIES = ['GENERAL', 'IMPORTANT', 'URGENT'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CHANNELS = [
  'PHONE',
  'EMAIL',
  'LIVE_CHAT',
  'SOCIAL_MEDIA',
  'WEB_FORM',
  'MOBILE_APP',
  'STORE',
  'LETTER',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const COMPLAINT_KINDS = ['COMPLAINT', 'SUGGESTION', 'INQUIRY', 'PRAISE'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

export const ROLES = [
  'AGENT',
  'DEPARTMENT_HEAD',
  'DEPUTY_HEAD',
  'SUPERVISOR',
  'COORDINATOR',
  'EXECUTIVE',
  'GENERAL_MANAGER',
  'AUDITOR',
  'ADMIN',
  'OWNER',
] as const;
export type Role = (typeof ROLES)[number];

export const DEADLINE_KINDS = [
  'DISPATCH',
  'CLAIM',
  'RULING',
  'FIRST_RESPONSE',
  'PROGRESS',
  'RESOLUTION',
  'FOLLOW_UP',
  'PROMISE',
  'DUTY',
  'REGULATOR',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DECLINE_PRESETS = ['NOT_OURS', 'INFORMATION_MISSING', 'DUPLICATE', 'OTHER'] as const;
export type DeclinePreset = (typeof DECLINE_PRESETS)[number];

export const CONTACT_DIRECTIONS = ['INBOUND', 'OUTBOUND'] as const;
export type ContactDirection = (typeof CONTACT_DIRECTIONS)[number];

/** Whether the complaint is well founded, as the investigation finds it. */
export const VALIDITIES = ['UNDETERMINED', 'FOUNDED', 'PARTLY_FOUNDED', 'UNFOUNDED'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** What may come of it: harm to a person (人身), a lawsuit (法律), public attention (舆情). */
export const CONSEQUENCES = ['INJURY', 'LEGAL', 'PRESS'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** Why triage proposes more than what the category says: a possible consequence, who reads along, who complains, anger. */
export const TRIAGE_REASONS = [...CONSEQUENCES, 'REACH', 'TIER', 'MOOD'] as const;
export type TriageReason = (typeof TRIAGE_REASONS)[number];

/** The facts of a complaint that can be corrected, by the names of their fields. */
export const FACT_FIELDS = [
  'kind',
  'subject',
  'demand',
  'occurredAt',
  'place',
  'about',
  'consequences',
  'category',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** What the company gives or does: COMPENSATION (赔偿) is owed for a fault, GOODWILL (补偿) is not owed. */
export const RESOLUTION_KINDS = [
  'REFUND',
  'REPLACEMENT',
  'REPAIR',
  'COMPENSATION',
  'GOODWILL',
  'GIFT',
  'APOLOGY',
  'EXPLANATION',
] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

/** What an entry of an inbox tells, from what most asks for an answer to what is only news. */
export const NOTIFICATION_KINDS = [
  'DISPATCH_WAITING',
  'CLAIM_WAITING',
  'HANDOFF_ASKED',
  'CONTESTED',
  'APPEALED',
  'HOLD_REQUESTED',
  'APPROVAL_ASKED',
  'DUTY_GIVEN',
  'MEETING_DECISION_DUE',
  'MEETING_DECISION',
  'DEADLINE_BREACHED',
  'ESCALATED',
  'DEADLINE_APPROACHING',
  'MEETING_AHEAD',
  'MEETING_DATE_CHANGED',
  'SUPERVISED',
  'URGED',
  'REGULATOR_ANSWER_ASKED',
  'REPLY_ASKED',
  'DEMAND_MARK_ASKED',
  'FINAL_ANSWER_ASKED',
  'RESOLUTION_ANSWERED',
  'CUSTOMER_WROTE',
  'CUSTOMER_ANGRY',
  'SURVEY_ANSWERED',
  'ASSIGNED',
  'RULED',
  'HANDOFF_ANSWERED',
  'APPROVAL_DECIDED',
  'REVIEW_DECIDED',
  'MENTIONED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Ways on which notifications go out beside the inbox. */
export const NOTIFICATION_CHANNEL_KINDS = ['EMAIL', 'WECOM', 'DINGTALK', 'FEISHU'] as const;
export type NotificationChannelKind = (typeof NOTIFICATION_CHANNEL_KINDS)[number];

export type TokenScope = 'READ' | 'ACT';
export type HandoffState = 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';
export type DeadlineState = 'OPEN' | 'MET' | 'ENDED' | 'PAUSED';
export type HoldState = 'REQUESTED' | 'ACTIVE' | 'ENDED' | 'REFUSED';
export type EscalationState = 'RUNNING' | 'TAKEN' | 'STOPPED' | 'FINISHED';
export type AppealState = 'NONE' | 'OPEN' | 'UPHELD' | 'OVERTURNED';
export type ResolutionState = 'DRAFT' | 'OFFERED' | 'PROPOSED' | 'ACCEPTED' | 'CARRIED_OUT' | 'REFUSED' | 'WITHDRAWN';
export type ApprovalState = 'NOT_NEEDED' | 'PENDING' | 'APPROVED' | 'REJECTED';
export type VisitState = 'PLANNED' | 'DONE' | 'NO_SHOW' | 'CANCELLED';
export type SurveyState = 'ASKED' | 'ANSWERED' | 'UNANSWERED' | 'CANCELLED';
export type FinalAnswerState = 'REQUESTED' | 'GIVEN' | 'REJECTED';
export type SurveyVia = 'PAGE' | 'CALL';

/** The points of a case at which its customer is told by itself, in their order. */
export const CUSTOMER_MESSAGE_POINTS = [
  'RECEIVED',
  'TAKEN_ON',
  'RESOLUTION_OFFERED',
  'SURVEY_ASKED',
  'SURVEY_REMINDED',
  'REOPENED',
  'CLOSED',
] as const;
export type CustomerMessagePoint = (typeof CUSTOMER_MESSAGE_POINTS)[number];
export type CustomerMessageVia = 'EMAIL' | 'SMS';
export type PromiseState = 'OPEN' | 'KEPT' | 'RELEASED';
export type AttachmentState = 'READY' | 'REMOVED';

/** What a file is there for. */
export const ATTACHMENT_PURPOSES = ['EVIDENCE', 'PROOF', 'VISIT_RECORD', 'RECORDING', 'OTHER'] as const;
export type AttachmentPurpose = (typeof ATTACHMENT_PURPOSES)[number];

/** Who hands a case on: the consumer line of the market regulator (12315), the city's line (12345), or another agency. */
export const REGULATOR_AGENCIES = ['CONSUMER_12315', 'CITY_12345', 'OTHER'] as const;
export type RegulatorAgency = (typeof REGULATOR_AGENCIES)[number];

/** What the agency says of a case in the end. */
export const REGULATOR_OUTCOMES = ['SETTLED', 'UPHELD', 'REJECTED', 'WITHDRAWN'] as const;
export type RegulatorOutcome = (typeof REGULATOR_OUTCOMES)[number];

export type RegulatorAnswerState = 'WRITTEN' | 'RETURNED' | 'APPROVED' | 'SENT' | 'REPLACED';
export type ReplyState = 'DRAFTED' | 'APPROVED' | 'REJECTED';
export type DemandMarkState = 'REQUESTED' | 'ACTIVE' | 'REFUSED' | 'ENDED';

/** Why running clocks were computed anew. */
export const RECOMPUTE_REASONS = ['SEVERITY', 'DEPARTMENT', 'CALENDAR', 'POLICY'] as const;
export type RecomputeReason = (typeof RECOMPUTE_REASONS)[number];

/** Why no duty was made from a line of a template: its department is gone, or too many duties would be open. */
export const DUTY_SKIP_REASONS = ['DEPARTMENT', 'LIMIT'] as const;
export type DutySkipReason = (typeof DUTY_SKIP_REASONS)[number];

/** What a customer's personal data is looked at for. */
export const REVEAL_REASONS = ['CONTACT', 'VERIFY', 'DELIVER', 'PAY', 'INVESTIGATE', 'OTHER'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

/** On what ground a customer is erased; the last one is the clock's own, of a policy. */
export const ERASURE_GROUNDS = [
  'ASKED_BY_CUSTOMER',
  'CONSENT_WITHDRAWN',
  'PURPOSE_OVER',
  'UNLAWFUL',
  'RETENTION_OVER',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];
