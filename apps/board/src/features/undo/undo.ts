/**
 * What leads back to how something was (docs/SPEC.md, UN1–UN5), as plain data: each is one of the ordinary acts, bound to
 * what the act before it left behind, so that it never takes back along with it what others did since.
 */
import type { ComplaintKind, Severity, Stage } from '@redress/domain/rules/vocabulary';
import type { CardMember } from '../../live/board-card.ts';

/** Of a complaint as the act left it: whoever changes it afterwards changes its version. */
interface OfComplaint {
  complaintId: string;
  number: string;
  version: number;
}

/** Facts as they were; those that are left out stay as they are. */
export interface FormerFacts {
  kind?: ComplaintKind;
  subject?: string;
  demand?: string | null;
  occurredAt?: string | null;
  place?: string | null;
  about?: string | null;
  categoryCode?: string;
}

type WayBack =
  /** `position`: where the card stood in its column; null where that is not known. */
  | (OfComplaint & { kind: 'move'; stage: Stage; toStage: Stage; position: string | null })
  | (OfComplaint & { kind: 'assign'; stage: Stage; assignee: CardMember | null })
  | (OfComplaint & { kind: 'grade'; departmentCode: string; categoryCode: string | null; severity: Severity })
  | (OfComplaint & { kind: 'facts'; facts: FormerFacts })
  | { kind: 'withdrawHandoff'; number: string; complaintId: string; handoffId: string }
  | { kind: 'resume'; number: string; complaintId: string; holdId: string }
  | { kind: 'withdrawHold'; number: string; holdId: string }
  | { kind: 'endSupervision'; number: string; complaintId: string; since: string }
  | { kind: 'waiveDuty'; number: string; dutyId: string }
  | { kind: 'leaveGroup' | 'joinGroup'; number: string; complaintId: string; childIds: readonly string[] }
  | { kind: 'restoreItem'; meetingId: string; itemId: string; name: string }
  | { kind: 'restoreTopic'; topicId: string; name: string }
  | { kind: 'removeView' | 'restoreView'; viewId: string; name: string }
  /** `viewId`: the view that the board began with before; null: everything. */
  | { kind: 'beginWith'; viewId: string | null; name: string };

/**
 * What leads back from one act on one thing. `act`: that act, by the cursor that its answer told; the log then says what was
 * taken back.
 */
export type UndoOne = WayBack & { act?: string | undefined };

/** One of those that were assigned or handed over together. */
export type UndoOfMany = Extract<UndoOne, { kind: 'assign' | 'withdrawHandoff' }>;

/** `each`: several of one kind. Each goes back by itself, bound to what it was left as: what has changed since stays. */
export type Undo = UndoOne | { kind: 'many'; each: readonly UndoOfMany[] };

/** What an offer is about, as it is called: a complaint by its number, a view or a topic by its name. */
export function subjectOf(undo: UndoOne): string {
  return 'number' in undo ? undo.number : undo.name;
}
