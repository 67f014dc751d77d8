/** What a card shows, as the live layer keeps it. The GraphQL document that fills it is checked against these types. */
import type { Channel, DeadlineKind, Severity, Stage } from '@redress/domain/rules/vocabulary';

export interface CardDepartment {
  id: string;
  code: string;
  shortName: string;
  nameZh: string;
  nameEn: string;
}

export interface CardMember {
  id: string;
  name: string;
}

export interface CardDeadline {
  id: string;
  kind: DeadlineKind;
  /** RFC 3339. */
  startedAt: string;
  dueAt: string;
  isBreached: boolean;
}

export interface CardHandoff {
  id: string;
  from: CardDepartment;
  to: CardDepartment;
  requestedAt: string;
  reason: string | null;
}

/** What this viewer may do with the card now. */
export interface CardPermissions {
  claim: boolean;
  move: boolean;
  route: boolean;
  contact: boolean;
  answerHandoff: boolean;
  withdrawHandoff: boolean;
  override: boolean;
}

export interface BoardCard {
  id: string;
  number: string;
  /** Changes with what people edit and with the stage; guards moves. */
  version: number;
  /** Changes with anything; a lower one never replaces a higher one. */
  revision: number;
  stage: Stage;
  /** Opaque; ascending by code unit within the stage. */
  position: string;
  severity: Severity;
  channel: Channel;
  subject: string;
  demand: string | null;
  receivedAt: string;
  category: { code: string } | null;
  department: CardDepartment | null;
  assignee: CardMember | null;
  isClaimed: boolean;
  claimedAt: string | null;
  claimedBy: CardMember | null;
  factsConfirmedAt: string | null;
  firstContactAt: string | null;
  customer: { tier: string | null } | null;
  nextDeadline: CardDeadline | null;
  isBreached: boolean;
  pendingHandoff: CardHandoff | null;
  viewerCan: CardPermissions;
}
