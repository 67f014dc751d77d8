/** What a card shows, as the live layer keeps it. The GraphQL document that fills it is checked against these types. */
import type { ComplaintPermissions } from '@redress/domain/rules/permissions';
import type { StageRequirement } from '@redress/domain/rules/stages';
import type { Channel, Consequence, DeadlineKind, HoldState, Severity, Stage } from '@redress/domain/rules/vocabulary';

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

/** The hold that stands, or (REQUESTED) that waits for its approval. */
export interface CardHold {
  id: string;
  state: HoldState;
  until: string;
  requestedBy: { id: string } | null;
}

/** A card as the server tells it: the same to everybody of one sight. */
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
  registrar: { id: string } | null;
  isClaimed: boolean;
  claimedAt: string | null;
  claimedBy: CardMember | null;
  factsConfirmedAt: string | null;
  firstContactAt: string | null;
  /** What leaving its stage forwards still needs of its content. */
  unmet: readonly StageRequirement[];
  /** What may come of it. */
  consequences: readonly Consequence[];
  customer: { tier: string | null } | null;
  nextDeadline: CardDeadline | null;
  isBreached: boolean;
  hold: CardHold | null;
  /** Duties of the round: all, and those neither done nor waived. */
  givenDuties: number;
  openDuties: number;
  /** A regulator handed it on, with clocks of its own. */
  isRegulator: boolean;
  /** How many files are attached to it. */
  attachmentCount: number;
  /** The complaint that it was merged into, where the viewer sees that one. */
  mergedInto: { number: string } | null;
  /** 1, and one more each time that it was opened again. */
  round: number;
  /** The highest level that was reached in the round; 0: none. */
  escalationLevel: number;
  /** Since when a coordinator holds the case; null when none does. */
  supervisedAt: string | null;
  /** How often it was urged in the round. */
  urgeCount: number;
  /** Whom escalations name that nobody has taken on. */
  escalatedTo: readonly { id: string }[];
  /** The members whom it is about. */
  concernedMembers: readonly { id: string }[];
  pendingHandoff: CardHandoff | null;
  /** Since when departments dispute whose it is, and those that declined it. */
  contestedAt: string | null;
  declinedBy: CardDepartment[];
}

/** What a viewer may do with a card now, as far as the board offers it. */
export type CardPermissions = Pick<
  ComplaintPermissions,
  | 'claim'
  | 'move'
  | 'handOff'
  | 'assign'
  | 'route'
  | 'contact'
  | 'answerHandoff'
  | 'withdrawHandoff'
  | 'rule'
  | 'investigate'
  | 'override'
>;

/** A card as one viewer is shown it. */
export interface ShownCard extends BoardCard {
  viewerCan: CardPermissions;
}
