/**
 * Complaints and what belongs to them, as they are read. A view holds ids of the small tables (departments, members,
 * categories …), which readers find in the directory, and personal data as it is stored: masking is the contract's.
 */
import type {
  AttachmentModel,
  ComplaintModel,
  ComplaintTextModel,
  ConsultationModel,
  ContactModel,
  CustomerMessageModel,
  CustomerModel,
  DeadlineModel,
  DutyModel,
  EscalationModel,
  HandoffModel,
  RulingModel,
  VisitModel,
  HoldModel,
  InvestigationModel,
  PromiseModel,
  SurveyModel,
  DemandMarkModel,
  FinalAnswerModel,
  ApprovalModel,
  RegulatorAnswerModel,
  RegulatorCaseModel,
  ReplyDraftModel,
  ResolutionModel,
} from '@redress/prisma/rows';

export type DeadlineView = Pick<
  DeadlineModel,
  | 'id'
  | 'complaintId'
  | 'round'
  | 'kind'
  | 'state'
  | 'departmentId'
  | 'startedAt'
  | 'dueAt'
  | 'metAt'
  | 'endedAt'
  | 'warnAt'
  | 'warnedAt'
  | 'allowanceMs'
  | 'calendarId'
  | 'breachPublishedAt'
>;
export type HandoffView = HandoffModel;
export type RulingView = RulingModel;
export type EscalationView = Omit<EscalationModel, 'policyId'>;
export type DutyView = DutyModel;
export type ContactView = ContactModel;
export type HoldView = HoldModel;
export type PromiseView = PromiseModel;
export type AttachmentView = Omit<AttachmentModel, 'purgedAt'>;
export type InvestigationView = InvestigationModel;
export type ConsultationView = ConsultationModel;
export type VisitView = VisitModel;
export type SurveyView = SurveyModel;
export type FinalAnswerView = FinalAnswerModel;
export type CustomerMessageView = Omit<CustomerMessageModel, 'sealedCode'>;
export type RegulatorCaseView = RegulatorCaseModel;
export type RegulatorAnswerView = RegulatorAnswerModel;
export type ReplyView = ReplyDraftModel;
export type DemandMarkView = DemandMarkModel;
export type ResolutionView = ResolutionModel;
export type ApprovalView = ApprovalModel;
export type CustomerView = Pick<CustomerModel, 'id' | 'name' | 'phone' | 'email' | 'region' | 'tier' | 'group'>;

/** A complaint with what a card shows. The long text is read only when it is asked for: `loadDescriptions`. */
export interface ComplaintView
  extends Omit<ComplaintModel, 'pendingHandoffId' | 'trackingHash' | 'createdAt' | 'history' | 'wakeAt' | 'roundSince'>,
    Pick<ComplaintTextModel, 'subject' | 'demand' | 'place' | 'about'> {
  customer: CustomerView | null;
  /** The open deadline that is due first; clocks that are only recorded (imported history) don't count. */
  nextDeadline: DeadlineView | null;
  pendingHandoff: HandoffView | null;
  /** While it is contested, the departments that declined it, in that order; else empty. */
  declinedByIds: string[];
  /** The hold that stands, or that waits for its approval. */
  hold: HoldView | null;
  /** Duties of the round that are neither done nor waived, and all that were given. */
  openDuties: number;
  givenDuties: number;
}
