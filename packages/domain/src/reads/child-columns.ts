/** The columns of what belongs to a complaint, in the order in which they are read. The first is the key. */
import type {
  ContactView,
  CustomerView,
  DeadlineView,
  DutyView,
  EscalationView,
  HandoffView,
  HoldView,
  PromiseView,
  RulingView,
} from './complaint-view.ts';

export const CUSTOMER_COLUMNS = [
  'id',
  'name',
  'phone',
  'email',
  'region',
  'tier',
  'group',
] as const satisfies readonly (keyof CustomerView)[];

export const DEADLINE_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'kind',
  'state',
  'departmentId',
  'startedAt',
  'dueAt',
  'metAt',
  'endedAt',
  'warnAt',
  'warnedAt',
  'allowanceMs',
  'calendarId',
  'breachPublishedAt',
] as const satisfies readonly (keyof DeadlineView)[];

export const HANDOFF_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'fromDepartmentId',
  'toDepartmentId',
  'state',
  'reason',
  'requestedById',
  'requestedAt',
  'answeredById',
  'answeredAt',
  'answerReason',
  'declinePreset',
  'belongsToDepartmentId',
  'rulingId',
  'unjustified',
] as const satisfies readonly (keyof HandoffView)[];

export const DUTY_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'departmentId',
  'ownerId',
  'what',
  'whatEn',
  'templateKey',
  'dueAt',
  'givenById',
  'givenAt',
  'doneById',
  'doneAt',
  'waivedById',
  'waivedAt',
  'endNote',
] as const satisfies readonly (keyof DutyView)[];

export const ESCALATION_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'deadlineId',
  'state',
  'level',
  'startedAt',
  'nextAt',
  'memberIds',
  'byId',
  'endedAt',
  'takenById',
] as const satisfies readonly (keyof EscalationView)[];

export const CONTACT_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'channel',
  'direction',
  'summary',
  'confirmsFacts',
  'memberId',
  'at',
  'recordedAt',
] as const satisfies readonly (keyof ContactView)[];

export const RULING_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'fromDepartmentId',
  'departmentId',
  'reason',
  'ruledById',
  'ruledAt',
  'appealUntil',
  'appealState',
  'appealReason',
  'appealedById',
  'appealedAt',
  'decidedById',
  'decidedAt',
  'decisionReason',
  'overturnedToId',
] as const satisfies readonly (keyof RulingView)[];

export const HOLD_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'state',
  'reason',
  'until',
  'requestedById',
  'requestedAt',
  'decidedById',
  'decidedAt',
  'startedAt',
  'endedAt',
] as const satisfies readonly (keyof HoldView)[];

export const PROMISE_COLUMNS = [
  'id',
  'complaintId',
  'round',
  'state',
  'what',
  'dueAt',
  'madeById',
  'madeAt',
  'endedById',
  'endedAt',
] as const satisfies readonly (keyof PromiseView)[];
