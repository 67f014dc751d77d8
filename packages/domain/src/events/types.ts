/**
 * The events of the stream. A payload holds ids, codes and numbers only; names and free text live in rows that can be
 * erased. A change of a payload's shape raises its version in `EVENT_VERSIONS` and gets a reader in `upgrade.ts`.
 */
import type { FilteredFacts } from '../rules/filter.ts';
import type { MeetingStepKind } from '../rules/meeting.ts';
import type { StageRequirement } from '../rules/stages.ts';
import type {
  Channel,
  DeadlineKind,
  DeclinePreset,
  DutySkipReason,
  ErasureGround,
  FactField,
  NotificationKind,
  RecomputeReason,
  RegulatorAgency,
  RegulatorOutcome,
  RevealReason,
  Role,
  Severity,
  Stage,
  TriageReason,
  Validity,
  VisitState,
  SurveyVia,
} from '../rules/vocabulary.ts';

/** Payloads by type, in their current version. */
export interface EventPayloads {
  ComplaintRegistered: { channel: Channel; severity: Severity; categoryCode: string | null; history: boolean };
  ComplaintRouted: { fromDepartmentId: string | null; toDepartmentId: string; ruleId: string | null };
  SeverityChanged: { from: Severity; to: Severity };
  /** Triage proposes more than what the category says, or noticed anger; a person may have graded it otherwise. */
  ComplaintTriaged: { proposed: Severity; because: TriageReason[] };
  /** Registered and settled in one form, at first contact (一线办结). */
  ComplaintSettled: { resolutionId: string };
  /** Facts were corrected: which of them; what they say now is in the complaint's own rows. */
  FactsCorrected: { fields: FactField[] };
  ComplaintClaimed: { departmentId: string; memberId: string | null; claimId: string };
  ComplaintMoved: {
    fromStage: Stage;
    toStage: Stage;
    override: boolean;
    waived: StageRequirement[];
    /** The round that the move began, when it reopened the complaint. */
    reopenedRound: number | null;
  };
  ComplaintAssigned: { fromMemberId: string | null; toMemberId: string | null };
  /** `takenDown`: by somebody who does not work on the case, for who does. */
  ContactRecorded: { contactId: string; takenDown?: boolean };
  CommentAdded: { noteId: string; mentionedIds: string[] };
  HandoffRequested: { handoffId: string; fromDepartmentId: string; toDepartmentId: string };
  HandoffAccepted: { handoffId: string; fromDepartmentId: string; toDepartmentId: string };
  HandoffDeclined: {
    handoffId: string;
    fromDepartmentId: string;
    toDepartmentId: string;
    preset: DeclinePreset;
    belongsToDepartmentId: string | null;
  };
  HandoffWithdrawn: { handoffId: string; fromDepartmentId: string; toDepartmentId: string };
  DutyGiven: { dutyId: string; departmentId: string };
  DutyDone: { dutyId: string };
  DutyWaived: { dutyId: string };
  DutyAssigned: { dutyId: string; fromMemberId: string | null; toMemberId: string | null };
  /** Lines of the category's template that no duty was made from, and why; lines count from 1. */
  DutyLinesSkipped: { categoryCode: string; lines: number[]; because: DutySkipReason };
  DeadlineBreached: { deadlineId: string; kind: DeadlineKind; dueAt: string; generation: number };
  DeadlineApproaching: { deadlineId: string; kind: DeadlineKind; dueAt: string; generation: number };
  /** Running clocks go on with another allowance or in other hours; `deadlineId` is the generation that runs now. */
  ClocksRecomputed: {
    reason: RecomputeReason;
    clocks: { deadlineId: string; kind: DeadlineKind; dueFrom: string; dueTo: string }[];
  };
  HoldRequested: { holdId: string; until: string };
  HoldRefused: { holdId: string };
  ComplaintHeld: { holdId: string; until: string };
  /** `early`: a person resumed it before its date. */
  ComplaintResumed: { holdId: string; early: boolean };
  /** A step of a ladder, or (deadlineId null) a person's own (上报). `memberIds`: whom it names. */
  ComplaintEscalated: {
    escalationId: string;
    level: number;
    deadlineId: string | null;
    deadlineKind: DeadlineKind | null;
    memberIds: string[];
  };
  /** Somebody took the escalated complaint on: no further step fires. */
  EscalationTaken: { escalationId: string; memberId: string | null };
  ComplaintUrged: { departmentId: string | null };
  /** A coordinator holds the case until it moves (督办); `byLadder`: a step of a ladder asked them to. */
  SupervisionBegan: { supervisorId: string | null; byLadder: boolean };
  SupervisionEnded: { because: 'MOVED' | 'BY_HAND' };
  ComplaintContested: { handoffIds: string[] };
  ComplaintRuled: { rulingId: string; fromDepartmentId: string; departmentId: string; unjustifiedHandoffIds: string[] };
  RulingAppealed: { rulingId: string };
  AppealDecided: { rulingId: string; overturned: boolean; departmentId: string };
  PromiseMade: { promiseId: string; dueAt: string };
  PromiseKept: { promiseId: string };
  PromiseReleased: { promiseId: string };
  AttachmentAdded: { attachmentId: string };
  AttachmentRemoved: { attachmentId: string };
  /** The investigation's report was handed in. */
  InvestigationReported: { investigationId: string };
  ValidityDecided: { investigationId: string; validity: Validity };
  RootCauseSet: { investigationId: string; code: string };
  /** Which department is responsible was decided; never which one, since few may know. */
  ResponsibilityDecided: { investigationId: string };
  ConsultationRecorded: { consultationId: string };
  ClosingSummaryWritten: { investigationId: string };
  VisitPlanned: { visitId: string; at: string };
  VisitEnded: { visitId: string; state: VisitState };
  /** Whom the complaint is about, all of them. */
  ConcernedMembersSet: { memberIds: string[] };
  /** It was the same matter as an earlier complaint, and is closed: that one goes on for both. */
  ComplaintMerged: { intoId: string; fromStage: Stage; acrossCustomers: boolean };
  /** It took another complaint in. */
  ComplaintAbsorbed: { mergedId: string };
  /** On a merged complaint: who sees it changed along with the one that goes on for it, by the change that this is part of. */
  SightFollowed: { survivorId: string };
  SurveyAsked: { surveyId: string; expiresAt: string };
  /** `reminder`: the first is 1. */
  SurveyReminded: { surveyId: string; reminder: number };
  /** Somebody called about the survey and reached nobody. */
  SurveyAttempted: { surveyId: string; attempts: number };
  /** `departmentId`: who handled it; `isLow`: it does not satisfy the company. */
  SurveyAnswered: {
    surveyId: string;
    outcomeScore: number;
    handlingScore: number;
    via: SurveyVia;
    departmentId: string | null;
    isLow: boolean;
  };
  SurveyGivenUp: { surveyId: string };
  /** What the customer is told by itself went out, or never will. */
  CustomerMessageSent: { messageId: string };
  CustomerMessageFailed: { messageId: string };
  FinalAnswerRequested: { finalAnswerId: string; reviewerId: string };
  FinalAnswerRejected: { finalAnswerId: string };
  FinalAnswerGiven: { finalAnswerId: string };
  ResolutionProposed: { resolutionId: string; byCustomer: boolean };
  /** What was offered together is one choice. */
  ResolutionOffered: { resolutionIds: string[]; answerUntil: string | null };
  /** The customer answered an offer, or the company what the customer proposed. */
  ResolutionAnswered: { resolutionId: string; accepted: boolean; by: 'CUSTOMER' | 'COMPANY' };
  ResolutionCarriedOut: { resolutionId: string };
  ResolutionWithdrawn: {
    resolutionId: string;
    because: 'BY_HAND' | 'OTHER_CHOSEN' | 'REPLACED' | 'CLOSED' | 'REOPENED';
  };
  /** `step`: from 1; `role`: who is to decide. */
  ApprovalAsked: { approvalId: string; resolutionId: string; step: number; role: Role };
  ApprovalDecided: { approvalId: string; resolutionId: string; approved: boolean };
  /** On the parent of a group case: which complaints came to it or left it. */
  GroupChanged: { addedIds: string[]; removedIds: string[] };
  /** On a complaint of the group. */
  GroupJoined: { parentId: string };
  GroupLeft: { parentId: string };
  /** The agreed line or the standard of compensation was set. */
  GroupLineSet: { standardMinor: number | null };
  /** It is a regulator's case, or what was written down of that was corrected. */
  RegulatorCaseSet: { agency: RegulatorAgency; isNew: boolean };
  /** The agency was told that the company takes the case on. */
  RegulatorCaseAccepted: Record<string, never>;
  RegulatorAnswerWritten: { answerId: string };
  /** `askedById`: who wrote it. */
  RegulatorAnswerReviewed: { answerId: string; approved: boolean; askedById: string | null };
  RegulatorAnswerSent: { answerId: string };
  RegulatorOutcomeRecorded: { outcome: RegulatorOutcome };
  /** Nothing goes out any more without approved wording; `byItself`: the press may take it up. */
  RepliesHeld: { byItself: boolean };
  RepliesReleased: Record<string, never>;
  ReplyDrafted: { replyId: string };
  ReplyDecided: { replyId: string; approved: boolean; askedById: string | null };
  /** The customer's demands are to be shown as unreasonable, once a second person agrees. */
  DemandMarked: { markId: string; until: string };
  DemandMarkDecided: { markId: string; approved: boolean; askedById: string | null };
  DemandUnmarked: { markId: string };
  /** Departments, members, categories, rules or policies changed: what processes hold of them is out of date. */
  DirectoryChanged: {
    what:
      | 'DEPARTMENT'
      | 'MEMBER'
      | 'CATEGORY'
      | 'ROUTING_RULE'
      | 'POLICY'
      | 'NOTIFICATION_CHANNEL'
      | 'ROOT_CAUSE'
      | 'SAVED_VIEW';
    ids: string[];
  };
  /** The member's roles changed or they were disabled: their sight may have changed. */
  MemberChanged: { memberId: string };
  /** A session ended by sign-out, expiry or disabling; its sockets close. */
  SessionEnded: { sessionHandles: string[]; memberId: string };
  TokenCreated: { tokenId: string };
  TokenRevoked: { tokenId: string };
  /** Somebody had a delivery that had failed tried again. */
  DeliveryRetried: { deliveryId: string; memberId: string };
  /** A member had one of their channels tried; the delivery carries nothing but that. */
  NotificationChannelTested: { channelId: string; deliveryId: string; memberId: string };
  /** A member read entries of their inbox; null: all up to now. */
  NotificationsRead: { memberId: string; notificationIds: string[] | null };
  /** Somebody took a copy of the audit trail away; the filter in codes, and how many rows. */
  AuditExported: { filter: Record<string, string | null>; rows: number };
  MeetingStarted: { meetingId: string };
  /** `number`: of the last of the steps that were taken. */
  MeetingChanged: { meetingId: string; number: number; what: MeetingStepKind };
  MeetingSeriesChanged: { seriesId: string };
  /** Members were told of a meeting ahead (of this series), or that a decision fell due. */
  MeetingReminded: { kind: NotificationKind; subjectId: string; memberIds: string[] };
  /** Somebody asked to take a list of complaints away; somebody else decided; it was taken, with so many complaints. */
  ExportRequested: { exportId: string };
  ExportDecided: { exportId: string; approved: boolean };
  ExportTaken: { exportId: string; rows: number };
  /** Somebody who handles the complaint looked at its customer's data; never what they saw. */
  CustomerRevealed: { reason: RevealReason };
  /** The first of two people asked; the second's event is CustomerErased or ErasureRefused. */
  ErasureRequested: { erasureId: string; customerId: string; ground: ErasureGround };
  ErasureRefused: { erasureId: string; customerId: string };
  CustomerErased: { customerId: string; ground: ErasureGround };
  /** Somebody put it on paper. */
  ComplaintPrinted: Record<string, never>;
  /** A copy of what is held about the customer was made, of so many complaints. */
  CustomerCopied: { customerId: string; complaints: number };
  /** Somebody looked up whose complaints a number or an address names; never what they looked up by. */
  CustomerLookedUp: { by: 'PHONE' | 'EMAIL' | 'ORDER_NUMBER'; customerIds: string[]; complaints: number };
}

export type EventType = keyof EventPayloads;

/** The version in which each payload is written today. */
export const EVENT_VERSIONS: Record<EventType, number> = {
  ComplaintRegistered: 1,
  ComplaintRouted: 1,
  SeverityChanged: 1,
  ComplaintTriaged: 1,
  FactsCorrected: 1,
  ComplaintSettled: 1,
  ComplaintClaimed: 1,
  ComplaintMoved: 1,
  ComplaintAssigned: 1,
  ContactRecorded: 1,
  CommentAdded: 2,
  HandoffRequested: 1,
  HandoffAccepted: 1,
  HandoffDeclined: 1,
  HandoffWithdrawn: 1,
  DutyGiven: 1,
  DutyDone: 1,
  DutyWaived: 1,
  DutyAssigned: 1,
  DutyLinesSkipped: 1,
  DeadlineBreached: 1,
  DeadlineApproaching: 1,
  ClocksRecomputed: 1,
  HoldRequested: 1,
  HoldRefused: 1,
  ComplaintHeld: 1,
  ComplaintResumed: 1,
  ComplaintEscalated: 1,
  EscalationTaken: 1,
  ComplaintUrged: 1,
  SupervisionBegan: 1,
  SupervisionEnded: 1,
  ComplaintContested: 1,
  ComplaintRuled: 1,
  RulingAppealed: 1,
  AppealDecided: 1,
  PromiseMade: 1,
  PromiseKept: 1,
  PromiseReleased: 1,
  AttachmentAdded: 1,
  AttachmentRemoved: 1,
  InvestigationReported: 1,
  ValidityDecided: 1,
  RootCauseSet: 1,
  ResponsibilityDecided: 1,
  ConsultationRecorded: 1,
  ClosingSummaryWritten: 1,
  VisitPlanned: 1,
  VisitEnded: 1,
  ConcernedMembersSet: 1,
  ComplaintMerged: 1,
  ComplaintAbsorbed: 1,
  SightFollowed: 1,
  SurveyAsked: 1,
  SurveyReminded: 1,
  SurveyAttempted: 1,
  SurveyAnswered: 1,
  SurveyGivenUp: 1,
  CustomerMessageSent: 1,
  CustomerMessageFailed: 1,
  FinalAnswerRequested: 1,
  FinalAnswerRejected: 1,
  FinalAnswerGiven: 1,
  ResolutionProposed: 1,
  ResolutionOffered: 1,
  ResolutionAnswered: 1,
  ResolutionCarriedOut: 1,
  ResolutionWithdrawn: 1,
  ApprovalAsked: 1,
  ApprovalDecided: 1,
  GroupChanged: 1,
  GroupJoined: 1,
  GroupLeft: 1,
  GroupLineSet: 1,
  RegulatorCaseSet: 1,
  RegulatorCaseAccepted: 1,
  RegulatorAnswerWritten: 1,
  RegulatorAnswerReviewed: 1,
  RegulatorAnswerSent: 1,
  RegulatorOutcomeRecorded: 1,
  RepliesHeld: 1,
  RepliesReleased: 1,
  ReplyDrafted: 1,
  ReplyDecided: 1,
  DemandMarked: 1,
  DemandMarkDecided: 1,
  DemandUnmarked: 1,
  DirectoryChanged: 1,
  MemberChanged: 1,
  SessionEnded: 1,
  TokenCreated: 1,
  TokenRevoked: 1,
  DeliveryRetried: 1,
  NotificationChannelTested: 1,
  NotificationsRead: 1,
  AuditExported: 1,
  MeetingStarted: 1,
  MeetingChanged: 1,
  MeetingSeriesChanged: 1,
  MeetingReminded: 1,
  ExportRequested: 1,
  ExportDecided: 1,
  ExportTaken: 1,
  CustomerLookedUp: 1,
  CustomerRevealed: 1,
  ErasureRequested: 1,
  ErasureRefused: 1,
  CustomerErased: 1,
  CustomerCopied: 1,
  ComplaintPrinted: 1,
};

/** The columns that a board filter looks at, kept with each event as they were before and after it. */
export type FilterFacts = FilteredFacts;

/** An event as an action hands it to `commit`, which gives it its number. */
export type EventDraft = {
  [T in EventType]: {
    type: T;
    payload: EventPayloads[T];
    /** When it happened; a breach found late happened before it was recorded. Defaults to the change's time. */
    occurredAt?: Date;
    /** The erasable text that belongs to it: a reason or a comment. */
    noteId?: string;
  };
}[EventType];

/** What any event may say besides: the change that its own change took back. */
export interface TakingBack {
  takesBack?: string;
}

/** An event as it was read back from the log. */
export type StoredEvent = {
  [T in EventType]: {
    seq: number;
    type: T;
    payload: EventPayloads[T] & TakingBack;
    changeId: string;
    occurredAt: Date;
    recordedAt: Date;
    actorKind: 'MEMBER' | 'INTEGRATION' | 'CUSTOMER' | 'SYSTEM';
    actorId: string | null;
    complaintId: string | null;
    round: number | null;
    noteId: string | null;
    before: FilterFacts | null;
    after: FilterFacts | null;
    accessBefore: string[];
    accessAfter: string[];
  };
}[EventType];
