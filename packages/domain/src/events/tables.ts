/** The tables that changes write, with their columns: what `commit` needs to know to write any row. */
import { Prisma } from '@redress/prisma/rows';
import type * as rows from '@redress/prisma/rows';

/** Row types by table. A row is read whole, and written whole unless its write names columns, so that no column is forgotten. */
export interface TableRows {
  approval: rows.ApprovalModel;
  attachment: rows.AttachmentModel;
  category: rows.CategoryModel;
  claim: rows.ClaimModel;
  complaint: rows.ComplaintModel;
  complaint_access: rows.ComplaintAccessModel;
  complaint_export: rows.ComplaintExportModel;
  complaint_export_step: rows.ComplaintExportStepModel;
  complaint_search: rows.ComplaintSearchModel;
  complaint_text: rows.ComplaintTextModel;
  consultation: rows.ConsultationModel;
  contact: rows.ContactModel;
  customer: rows.CustomerModel;
  customer_message: rows.CustomerMessageModel;
  deadline: rows.DeadlineModel;
  delivery: rows.DeliveryModel;
  demand_mark: rows.DemandMarkModel;
  department: rows.DepartmentModel;
  duty: rows.DutyModel;
  erasure: rows.ErasureModel;
  escalation: rows.EscalationModel;
  final_answer: rows.FinalAnswerModel;
  group_case: rows.GroupCaseModel;
  handoff: rows.HandoffModel;
  hold: rows.HoldModel;
  integration_token: rows.IntegrationTokenModel;
  investigation: rows.InvestigationModel;
  meeting: rows.MeetingModel;
  meeting_date: rows.MeetingDateModel;
  meeting_series: rows.MeetingSeriesModel;
  meeting_step: rows.MeetingStepModel;
  meeting_topic: rows.MeetingTopicModel;
  member: rows.MemberModel;
  member_role: rows.MemberRoleModel;
  note: rows.NoteModel;
  notification: rows.NotificationModel;
  notification_channel: rows.NotificationChannelModel;
  policy: rows.PolicyModel;
  promise: rows.PromiseModel;
  regulator_answer: rows.RegulatorAnswerModel;
  regulator_case: rows.RegulatorCaseModel;
  reply_draft: rows.ReplyDraftModel;
  resolution: rows.ResolutionModel;
  root_cause: rows.RootCauseModel;
  routing_rule: rows.RoutingRuleModel;
  ruling: rows.RulingModel;
  saved_view: rows.SavedViewModel;
  saved_view_default: rows.SavedViewDefaultModel;
  survey: rows.SurveyModel;
  visit: rows.VisitModel;
  wip_entry: rows.WipEntryModel;
}

export type TableName = keyof TableRows;

interface Table {
  key: string;
  columns: readonly string[];
}

/** Primary key and columns of each table. */
export const TABLES: Record<TableName, Table> = {
  approval: { key: 'id', columns: Object.keys(Prisma.ApprovalScalarFieldEnum) },
  attachment: { key: 'id', columns: Object.keys(Prisma.AttachmentScalarFieldEnum) },
  category: { key: 'code', columns: Object.keys(Prisma.CategoryScalarFieldEnum) },
  claim: { key: 'id', columns: Object.keys(Prisma.ClaimScalarFieldEnum) },
  complaint: { key: 'id', columns: Object.keys(Prisma.ComplaintScalarFieldEnum) },
  complaint_access: { key: 'id', columns: Object.keys(Prisma.ComplaintAccessScalarFieldEnum) },
  complaint_export: { key: 'id', columns: Object.keys(Prisma.ComplaintExportScalarFieldEnum) },
  complaint_export_step: { key: 'id', columns: Object.keys(Prisma.ComplaintExportStepScalarFieldEnum) },
  complaint_search: { key: 'complaintId', columns: Object.keys(Prisma.ComplaintSearchScalarFieldEnum) },
  complaint_text: { key: 'complaintId', columns: Object.keys(Prisma.ComplaintTextScalarFieldEnum) },
  consultation: { key: 'id', columns: Object.keys(Prisma.ConsultationScalarFieldEnum) },
  contact: { key: 'id', columns: Object.keys(Prisma.ContactScalarFieldEnum) },
  customer: { key: 'id', columns: Object.keys(Prisma.CustomerScalarFieldEnum) },
  customer_message: { key: 'id', columns: Object.keys(Prisma.CustomerMessageScalarFieldEnum) },
  deadline: { key: 'id', columns: Object.keys(Prisma.DeadlineScalarFieldEnum) },
  delivery: { key: 'id', columns: Object.keys(Prisma.DeliveryScalarFieldEnum) },
  demand_mark: { key: 'id', columns: Object.keys(Prisma.DemandMarkScalarFieldEnum) },
  department: { key: 'id', columns: Object.keys(Prisma.DepartmentScalarFieldEnum) },
  duty: { key: 'id', columns: Object.keys(Prisma.DutyScalarFieldEnum) },
  erasure: { key: 'id', columns: Object.keys(Prisma.ErasureScalarFieldEnum) },
  escalation: { key: 'id', columns: Object.keys(Prisma.EscalationScalarFieldEnum) },
  final_answer: { key: 'id', columns: Object.keys(Prisma.FinalAnswerScalarFieldEnum) },
  group_case: { key: 'id', columns: Object.keys(Prisma.GroupCaseScalarFieldEnum) },
  handoff: { key: 'id', columns: Object.keys(Prisma.HandoffScalarFieldEnum) },
  hold: { key: 'id', columns: Object.keys(Prisma.HoldScalarFieldEnum) },
  integration_token: { key: 'id', columns: Object.keys(Prisma.IntegrationTokenScalarFieldEnum) },
  investigation: { key: 'id', columns: Object.keys(Prisma.InvestigationScalarFieldEnum) },
  meeting: { key: 'id', columns: Object.keys(Prisma.MeetingScalarFieldEnum) },
  meeting_date: { key: 'id', columns: Object.keys(Prisma.MeetingDateScalarFieldEnum) },
  meeting_series: { key: 'id', columns: Object.keys(Prisma.MeetingSeriesScalarFieldEnum) },
  meeting_step: { key: 'id', columns: Object.keys(Prisma.MeetingStepScalarFieldEnum) },
  meeting_topic: { key: 'id', columns: Object.keys(Prisma.MeetingTopicScalarFieldEnum) },
  member: { key: 'id', columns: Object.keys(Prisma.MemberScalarFieldEnum) },
  member_role: { key: 'id', columns: Object.keys(Prisma.MemberRoleScalarFieldEnum) },
  note: { key: 'id', columns: Object.keys(Prisma.NoteScalarFieldEnum) },
  notification: { key: 'id', columns: Object.keys(Prisma.NotificationScalarFieldEnum) },
  notification_channel: { key: 'id', columns: Object.keys(Prisma.NotificationChannelScalarFieldEnum) },
  policy: { key: 'id', columns: Object.keys(Prisma.PolicyScalarFieldEnum) },
  promise: { key: 'id', columns: Object.keys(Prisma.PromiseScalarFieldEnum) },
  regulator_answer: { key: 'id', columns: Object.keys(Prisma.RegulatorAnswerScalarFieldEnum) },
  regulator_case: { key: 'id', columns: Object.keys(Prisma.RegulatorCaseScalarFieldEnum) },
  reply_draft: { key: 'id', columns: Object.keys(Prisma.ReplyDraftScalarFieldEnum) },
  resolution: { key: 'id', columns: Object.keys(Prisma.ResolutionScalarFieldEnum) },
  root_cause: { key: 'code', columns: Object.keys(Prisma.RootCauseScalarFieldEnum) },
  routing_rule: { key: 'id', columns: Object.keys(Prisma.RoutingRuleScalarFieldEnum) },
  ruling: { key: 'id', columns: Object.keys(Prisma.RulingScalarFieldEnum) },
  saved_view: { key: 'id', columns: Object.keys(Prisma.SavedViewScalarFieldEnum) },
  saved_view_default: { key: 'memberId', columns: Object.keys(Prisma.SavedViewDefaultScalarFieldEnum) },
  survey: { key: 'id', columns: Object.keys(Prisma.SurveyScalarFieldEnum) },
  visit: { key: 'id', columns: Object.keys(Prisma.VisitScalarFieldEnum) },
  wip_entry: { key: 'id', columns: Object.keys(Prisma.WipEntryScalarFieldEnum) },
};
