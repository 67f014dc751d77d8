/**
 * The events of the stream. A payload holds ids, codes and numbers only; names and free text live in rows that can be
 * erased. A change of a payload's shape raises its version in `EVENT_VERSIONS` and gets a reader in `upgrade.ts`.
 */
import type { FilteredFacts } from '../rules/filter.ts';
import type { StageRequirement } from '../rules/stages.ts';
import type { Channel, DeadlineKind, DeclinePreset, Severity, Stage } from '../rules/vocabulary.ts';

/** Payloads by type, in their current version. */
export interface EventPayloads {
  ComplaintRegistered: { channel: Channel; severity: Severity; categoryCode: string | null; history: boolean };
  ComplaintRouted: { fromDepartmentId: string | null; toDepartmentId: string; ruleId: string | null };
  SeverityChanged: { from: Severity; to: Severity };
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
  ContactRecorded: { contactId: string };
  CommentAdded: { noteId: string };
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
  DeadlineBreached: { deadlineId: string; kind: DeadlineKind; dueAt: string; generation: number };
  /** Departments, members, categories, rules or policies changed: what processes hold of them is out of date. */
  DirectoryChanged: { what: 'DEPARTMENT' | 'MEMBER' | 'CATEGORY' | 'ROUTING_RULE' | 'POLICY'; ids: string[] };
  /** The member's roles changed or they were disabled: their sight may have changed. */
  MemberChanged: { memberId: string };
  /** A session ended by sign-out, expiry or disabling; its sockets close. */
  SessionEnded: { sessionHandles: string[]; memberId: string };
  TokenCreated: { tokenId: string };
  TokenRevoked: { tokenId: string };
}

export type EventType = keyof EventPayloads;

/** The version in which each payload is written today. */
export const EVENT_VERSIONS: Record<EventType, number> = {
  ComplaintRegistered: 1,
  ComplaintRouted: 1,
  SeverityChanged: 1,
  ComplaintClaimed: 1,
  ComplaintMoved: 1,
  ComplaintAssigned: 1,
  ContactRecorded: 1,
  CommentAdded: 1,
  HandoffRequested: 1,
  HandoffAccepted: 1,
  HandoffDeclined: 1,
  HandoffWithdrawn: 1,
  DutyGiven: 1,
  DutyDone: 1,
  DutyWaived: 1,
  DeadlineBreached: 1,
  DirectoryChanged: 1,
  MemberChanged: 1,
  SessionEnded: 1,
  TokenCreated: 1,
  TokenRevoked: 1,
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

/** An event as it was read back from the log. */
export type StoredEvent = {
  [T in EventType]: {
    seq: number;
    type: T;
    payload: EventPayloads[T];
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
