/**
 * Who is told what (docs/SPEC.md, NT1–NT8): from what happened to a complaint to entries of members' inboxes. One
 * happening can be several events (a breach and the first step of its ladder); nobody is told of it twice.
 */
import { NOTIFICATION_KINDS } from './vocabulary.ts';
import type { DeadlineKind, NotificationKind, Role, Stage, TriageReason } from './vocabulary.ts';

/** What of an event decides who is told: payloads of the stream's events, by type, as far as they matter here. */
interface Payloads {
  ComplaintRegistered: object;
  ComplaintTriaged: { because: readonly TriageReason[] };
  ComplaintRouted: object;
  ComplaintMoved: { reopenedRound: number | null };
  ComplaintAssigned: { toMemberId: string | null };
  ContactRecorded: { contactId: string; takenDown?: boolean };
  CommentAdded: { noteId: string; mentionedIds: readonly string[] };
  HandoffRequested: { handoffId: string; toDepartmentId: string };
  HandoffAccepted: { handoffId: string; fromDepartmentId: string };
  HandoffDeclined: { handoffId: string; fromDepartmentId: string };
  DutyGiven: { dutyId: string; departmentId: string };
  DeadlineApproaching: { deadlineId: string; kind: DeadlineKind };
  DeadlineBreached: { deadlineId: string; kind: DeadlineKind };
  ComplaintEscalated: { escalationId: string; level: number; deadlineId: string | null; memberIds: readonly string[] };
  ComplaintUrged: { departmentId: string | null };
  SupervisionBegan: object;
  ComplaintContested: object;
  ComplaintRuled: { rulingId: string; fromDepartmentId: string; departmentId: string };
  RulingAppealed: { rulingId: string };
  AppealDecided: { rulingId: string; overturned: boolean; departmentId: string };
  HoldRequested: { holdId: string };
  SurveyAnswered: { surveyId: string; departmentId: string | null; isLow: boolean };
  FinalAnswerRequested: { finalAnswerId: string; reviewerId: string };
  ResolutionProposed: { resolutionId: string; byCustomer: boolean };
  ResolutionAnswered: { resolutionId: string; by: 'CUSTOMER' | 'COMPANY' };
  ApprovalAsked: { approvalId: string; resolutionId: string; role: Role };
  ApprovalDecided: { approvalId: string; resolutionId: string };
  RegulatorAnswerWritten: { answerId: string };
  RegulatorAnswerReviewed: { answerId: string; askedById: string | null };
  ReplyDrafted: { replyId: string };
  ReplyDecided: { replyId: string; askedById: string | null };
  DemandMarked: { markId: string };
  DemandMarkDecided: { markId: string; askedById: string | null };
}

/** An event that somebody may be told of. */
export type Happening = { [T in keyof Payloads]: { type: T; payload: Payloads[T] } }[keyof Payloads];

const TOLD = {
  ComplaintRegistered: true,
  ComplaintTriaged: true,
  ComplaintRouted: true,
  ComplaintMoved: true,
  ComplaintAssigned: true,
  ContactRecorded: true,
  CommentAdded: true,
  HandoffRequested: true,
  HandoffAccepted: true,
  HandoffDeclined: true,
  DutyGiven: true,
  DeadlineApproaching: true,
  DeadlineBreached: true,
  ComplaintEscalated: true,
  ComplaintUrged: true,
  SupervisionBegan: true,
  ComplaintContested: true,
  ComplaintRuled: true,
  RulingAppealed: true,
  AppealDecided: true,
  HoldRequested: true,
  SurveyAnswered: true,
  FinalAnswerRequested: true,
  ResolutionProposed: true,
  ResolutionAnswered: true,
  ApprovalAsked: true,
  ApprovalDecided: true,
  RegulatorAnswerWritten: true,
  RegulatorAnswerReviewed: true,
  ReplyDrafted: true,
  ReplyDecided: true,
  DemandMarked: true,
  DemandMarkDecided: true,
} as const satisfies Record<Happening['type'], true>;

/** Whether an event is one that somebody may be told of. */
export function isHappening<E extends { type: string }>(event: E): event is Extract<E, { type: Happening['type'] }> {
  return Object.hasOwn(TOLD, event.type);
}

/** An entry for a member. `subjectId` is what it is about: a handoff, a duty, a clock …; else the complaint. */
export interface Notice {
  memberId: string;
  kind: NotificationKind;
  subjectId: string;
}

/** The members who could be told, by what they are; everybody who is named here can sign in. */
export interface NoticePeople {
  /** Head and deputies. */
  leadersOf(departmentId: string): readonly string[];
  coordinatorsOnDuty(): readonly string[];
  supervisors(): readonly string[];
  /** Who holds a role of the whole company. */
  withRole(role: Role): readonly string[];
  /** Whether the member can sign in, and the complaint is in their sight as the change leaves it. */
  sees(memberId: string): boolean;
}

/** The complaint as the change leaves it. */
export interface NoticeCase {
  complaintId: string;
  stage: Stage;
  /** Brought in as history: nobody is told of it. */
  history: boolean;
  departmentId: string | null;
  isClaimed: boolean;
  /** The customer made the change themselves, on their page. */
  byCustomer: boolean;
  assigneeId: string | null;
  /** Who asked for the handoff that is in flight, or was until this change. */
  handoffAskedById: string | null;
  deadline(id: string): { kind: DeadlineKind; departmentId: string | null; subjectId: string } | null;
  duty(id: string): { departmentId: string; ownerId: string | null } | null;
  ruling: { fromDepartmentId: string; departmentId: string; ruledById: string | null } | null;
  /** Who has a part in the approval of a resolution: who asked for it, and who decided a step. */
  approval(resolutionId: string): { askedById: string | null; decidedByIds: readonly (string | null)[] };
}

/** A notice to several members, which still may be one of several about the same happening. */
interface Announcement {
  kind: NotificationKind;
  subjectId: string;
  to: readonly (string | null)[];
  happening: string;
}

/** In whose hands the complaint is changes once in a change, whatever events tell of it. */
const CUSTODY = 'custody';

/**
 * The entries that the events of one change make. Nobody is told of what they did themselves (`actorId`), of what they
 * can't see, or twice of one happening: of several kinds the one that most asks for an answer is told.
 */
export function noticesOf(
  events: readonly Happening[],
  complaint: NoticeCase,
  people: NoticePeople,
  actorId: string | null,
): Notice[] {
  if (complaint.history) return [];
  const told = new Map<string, Notice>();
  for (const { kind, subjectId, to, happening } of events.flatMap((event) => announced(event, complaint, people))) {
    for (const memberId of to) {
      if (memberId === null || memberId === actorId || !people.sees(memberId)) continue;
      const key = `${memberId} ${happening}`;
      const known = told.get(key);
      if (known === undefined || rank(kind) < rank(known.kind)) told.set(key, { memberId, kind, subjectId });
    }
  }
  return [...told.values()];
}

const rank = (kind: NotificationKind) => NOTIFICATION_KINDS.indexOf(kind);

function announced(event: Happening, complaint: NoticeCase, people: NoticePeople): Announcement[] {
  const { complaintId, departmentId } = complaint;
  const leaders = (id: string | null) => leadersOrCoordinators(people, id);
  const about = (kind: NotificationKind, to: readonly (string | null)[], subjectId = complaintId): Announcement[] => [
    { kind, subjectId, to, happening: `${kind} ${subjectId}` },
  ];
  const custody = (kind: NotificationKind, to: readonly (string | null)[], subjectId = complaintId): Announcement[] => [
    { kind, subjectId, to, happening: CUSTODY },
  ];
  /** Who has it by a ruling did not ask for it: it waits there for its claim. */
  const givenTo = (id: string) =>
    id === departmentId && waitsForClaim(complaint) ? custody('CLAIM_WAITING', leaders(id)) : [];

  switch (event.type) {
    case 'ComplaintRegistered':
      return departmentId === null ? custody('DISPATCH_WAITING', people.coordinatorsOnDuty()) : [];
    case 'ComplaintTriaged':
      return event.payload.because.includes('MOOD') ? about('CUSTOMER_ANGRY', people.supervisors()) : [];
    case 'ComplaintRouted':
      return waitsForClaim(complaint) ? custody('CLAIM_WAITING', leaders(departmentId)) : [];
    case 'ComplaintMoved':
      return event.payload.reopenedRound !== null && waitsForClaim(complaint)
        ? custody('CLAIM_WAITING', leaders(departmentId))
        : [];
    case 'ComplaintAssigned':
      return custody('ASSIGNED', [event.payload.toMemberId]);
    case 'ContactRecorded': {
      // What who works on it records is no news to them: they spoke with the customer themselves.
      if (!complaint.byCustomer && event.payload.takenDown !== true) return [];
      return about('CUSTOMER_WROTE', worker(complaint, people), event.payload.contactId);
    }
    case 'CommentAdded':
      return about('MENTIONED', event.payload.mentionedIds, event.payload.noteId);
    case 'HandoffRequested':
      return custody('HANDOFF_ASKED', leaders(event.payload.toDepartmentId), event.payload.handoffId);
    case 'HandoffAccepted':
    case 'HandoffDeclined': {
      const { handoffId, fromDepartmentId } = event.payload;
      const asked = complaint.handoffAskedById;
      return custody('HANDOFF_ANSWERED', asked === null ? leaders(fromDepartmentId) : [asked], handoffId);
    }
    case 'DutyGiven': {
      const { dutyId } = event.payload;
      const owner = complaint.duty(dutyId)?.ownerId ?? null;
      return about('DUTY_GIVEN', owner === null ? leaders(event.payload.departmentId) : [owner], dutyId);
    }
    case 'DeadlineApproaching':
    case 'DeadlineBreached': {
      const { deadlineId, kind } = event.payload;
      const told = event.type === 'DeadlineBreached' ? 'DEADLINE_BREACHED' : 'DEADLINE_APPROACHING';
      const to = whoMustAct(kind, deadlineId, complaint, people);
      return [{ kind: told, subjectId: deadlineId, to, happening: `clock ${deadlineId}` }];
    }
    case 'ComplaintEscalated': {
      const { escalationId, deadlineId, level, memberIds } = event.payload;
      // Only the first step comes with the breach: those above it hear of a clock that was told of before.
      const happening = deadlineId === null ? `ESCALATED ${escalationId} ${level}` : `clock ${deadlineId}`;
      return [{ kind: 'ESCALATED', subjectId: escalationId, to: memberIds, happening }];
    }
    case 'ComplaintUrged':
      return about('URGED', [complaint.assigneeId, ...leaders(event.payload.departmentId ?? departmentId)]);
    case 'SupervisionBegan':
      return about('SUPERVISED', [complaint.assigneeId, ...leaders(departmentId)]);
    case 'ComplaintContested':
      return custody('CONTESTED', people.coordinatorsOnDuty());
    case 'ComplaintRuled': {
      const { rulingId, fromDepartmentId, departmentId: ruled } = event.payload;
      const news = custody('RULED', [...leaders(fromDepartmentId), ...leaders(ruled)], rulingId);
      return ruled === fromDepartmentId ? news : [...news, ...givenTo(ruled)];
    }
    case 'RulingAppealed': {
      const deciding = [...people.coordinatorsOnDuty(), ...people.supervisors()];
      const to = deciding.filter((memberId) => memberId !== complaint.ruling?.ruledById);
      return custody('APPEALED', to, event.payload.rulingId);
    }
    case 'AppealDecided': {
      const concerned = [
        complaint.ruling?.fromDepartmentId,
        complaint.ruling?.departmentId,
        event.payload.departmentId,
      ];
      const to = concerned.flatMap((id) => (id === undefined ? [] : leaders(id)));
      const news = custody('RULED', to, event.payload.rulingId);
      return event.payload.overturned ? [...news, ...givenTo(event.payload.departmentId)] : news;
    }
    case 'SurveyAnswered': {
      const { surveyId, departmentId: handled, isLow } = event.payload;
      return isLow ? about('SURVEY_ANSWERED', [...leaders(handled), ...people.coordinatorsOnDuty()], surveyId) : [];
    }
    case 'FinalAnswerRequested':
      return about('FINAL_ANSWER_ASKED', [event.payload.reviewerId], event.payload.finalAnswerId);
    case 'HoldRequested':
      return about('HOLD_REQUESTED', [...people.coordinatorsOnDuty(), ...people.supervisors()], event.payload.holdId);
    case 'ResolutionProposed':
      return event.payload.byCustomer
        ? about('RESOLUTION_ANSWERED', worker(complaint, people), event.payload.resolutionId)
        : [];
    case 'ResolutionAnswered':
      return event.payload.by === 'CUSTOMER'
        ? about('RESOLUTION_ANSWERED', worker(complaint, people), event.payload.resolutionId)
        : [];
    case 'ApprovalAsked': {
      const { askedById, decidedByIds } = complaint.approval(event.payload.resolutionId);
      const to = people.withRole(event.payload.role).filter((id) => id !== askedById && !decidedByIds.includes(id));
      return about('APPROVAL_ASKED', to, event.payload.approvalId);
    }
    case 'ApprovalDecided': {
      const { askedById } = complaint.approval(event.payload.resolutionId);
      return about('APPROVAL_DECIDED', [askedById], event.payload.resolutionId);
    }
    case 'RegulatorAnswerWritten':
      return about('REGULATOR_ANSWER_ASKED', people.supervisors(), event.payload.answerId);
    case 'RegulatorAnswerReviewed':
      return about('REVIEW_DECIDED', [event.payload.askedById], event.payload.answerId);
    case 'ReplyDrafted': {
      const to = [...people.coordinatorsOnDuty(), ...people.withRole('EXECUTIVE')];
      return about('REPLY_ASKED', to, event.payload.replyId);
    }
    case 'ReplyDecided':
      return about('REVIEW_DECIDED', [event.payload.askedById], event.payload.replyId);
    case 'DemandMarked': {
      const to = [...people.supervisors(), ...people.coordinatorsOnDuty()];
      return about('DEMAND_MARK_ASKED', to, event.payload.markId);
    }
    case 'DemandMarkDecided':
      return about('REVIEW_DECIDED', [event.payload.askedById], event.payload.markId);
  }
}

/** Who works on it, else whose it is: the customer's words are theirs to read. */
function worker({ assigneeId, departmentId }: NoticeCase, people: NoticePeople): readonly string[] {
  if (assigneeId !== null && people.sees(assigneeId)) return [assigneeId];
  return leadersOrCoordinators(people, departmentId);
}

function waitsForClaim({ stage, departmentId, isClaimed }: NoticeCase): boolean {
  return departmentId !== null && !isClaimed && stage !== 'CLOSED';
}

/** A department that nobody leads lets nothing drop: its entries are the coordinators'. */
function leadersOrCoordinators(people: NoticePeople, departmentId: string | null): readonly string[] {
  const leaders = departmentId === null ? [] : people.leadersOf(departmentId);
  return leaders.length > 0 ? leaders : people.coordinatorsOnDuty();
}

/** Whose clock it is: of the desk, of the department that is asked, of who has the duty; else of who works on the case. */
function whoMustAct(
  kind: DeadlineKind,
  deadlineId: string,
  complaint: NoticeCase,
  people: NoticePeople,
): readonly string[] {
  if (kind === 'DISPATCH' || kind === 'RULING') return people.coordinatorsOnDuty();
  const clock = complaint.deadline(deadlineId);
  const leaders = leadersOrCoordinators(people, clock?.departmentId ?? complaint.departmentId);
  if (kind === 'CLAIM') return leaders;
  const worker = kind === 'DUTY' && clock !== null ? complaint.duty(clock.subjectId)?.ownerId : complaint.assigneeId;
  return worker === null || worker === undefined ? leaders : [worker];
}
