/**
 * What a meeting has done, out of the log (docs/adr/0027): an action on an item's complaint belongs to the minutes if it
 * was committed while the item was in focus, by somebody who was there. Places in the stream decide, not times.
 */
import type { MeetingStep } from './meeting.ts';

/** A step with its place in the stream: all steps of one change have one. */
export type PlacedStep = Pick<MeetingStep, 'kind' | 'itemId' | 'complaintId' | 'memberId'> & { seq: number };

/** What of an event counts here. */
export interface MinutesEvent {
  seq: number;
  type: string;
  actorKind: string;
  actorId: string | null;
  complaintId: string | null;
}

/** What people decide by doing it. What follows from it by itself, and what they only look at or say, is not told. */
export const DECISIONS = [
  'ComplaintRouted',
  'SeverityChanged',
  'ComplaintClaimed',
  'ComplaintMoved',
  'ComplaintAssigned',
  'HandoffRequested',
  'HandoffAccepted',
  'HandoffDeclined',
  'HandoffWithdrawn',
  'ComplaintRuled',
  'RulingAppealed',
  'AppealDecided',
  'DutyGiven',
  'DutyDone',
  'DutyWaived',
  'DutyAssigned',
  'HoldRequested',
  'HoldRefused',
  'ComplaintHeld',
  'ComplaintResumed',
  'ComplaintEscalated',
  'EscalationTaken',
  'SupervisionBegan',
  'SupervisionEnded',
  'PromiseMade',
  'PromiseKept',
  'PromiseReleased',
  'ValidityDecided',
  'RootCauseSet',
  'ResponsibilityDecided',
  'ConcernedMembersSet',
  'ConsultationRecorded',
  'VisitPlanned',
  'ResolutionProposed',
  'ResolutionOffered',
  'ResolutionAnswered',
  'ResolutionCarriedOut',
  'ResolutionWithdrawn',
  'ApprovalDecided',
  'FinalAnswerRequested',
  'FinalAnswerRejected',
  'FinalAnswerGiven',
  'RegulatorCaseSet',
  'RegulatorCaseAccepted',
  'RegulatorAnswerReviewed',
  'RegulatorOutcomeRecorded',
  'RepliesHeld',
  'RepliesReleased',
  'ReplyDecided',
  'DemandMarked',
  'DemandMarkDecided',
  'DemandUnmarked',
  'GroupChanged',
  'GroupLineSet',
  'ComplaintMerged',
] as const;

const IS_DECISION: ReadonlySet<string> = new Set(DECISIONS);

/** The events that belong to each item, in order; items without any are left out. `steps` and `events` ascend. */
export function doneInMeeting<E extends MinutesEvent>(
  steps: readonly PlacedStep[],
  events: readonly E[],
): Map<string, E[]> {
  const complaints = new Map(
    steps.flatMap(({ itemId, complaintId }) => (itemId && complaintId ? [[itemId, complaintId]] : [])),
  );
  const done = new Map<string, E[]>();
  const present = new Set<string>();
  let focus: string | null = null;
  let next = 0;
  for (const event of events) {
    for (; next < steps.length && steps[next]!.seq < event.seq; next += 1) focus = heed(steps[next]!, focus, present);
    if (focus === null || complaints.get(focus) !== event.complaintId) continue;
    if (!IS_DECISION.has(event.type) || event.actorKind !== 'MEMBER' || !present.has(event.actorId ?? '')) continue;
    done.set(focus, [...(done.get(focus) ?? []), event]);
  }
  return done;
}

function heed({ kind, itemId, memberId }: PlacedStep, focus: string | null, present: Set<string>): string | null {
  switch (kind) {
    case 'FOCUSED':
      return itemId;
    case 'ENDED':
      return null;
    case 'JOINED':
      present.add(memberId!);
      return focus;
    case 'LEFT':
      present.delete(memberId!);
      return focus;
    default:
      return focus;
  }
}
