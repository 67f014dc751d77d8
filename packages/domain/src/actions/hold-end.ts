/** The end of a hold: its date has come, somebody resumed the complaint before, or a request came to nothing. */
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

/** Ends the hold that stands, as of `at`; clocks that stood still go on from there. */
export function endHold(draft: Draft, at: Date, early: boolean, noteId?: string): void {
  const hold = draft.hold!;
  draft.put('hold', { ...hold, state: 'ENDED', endedAt: at });
  draft.hold = null;
  draft.complaint.heldUntil = null;
  clocks.resumeAll(draft, at);
  draft.emit({
    type: 'ComplaintResumed',
    payload: { holdId: hold.id, early },
    occurredAt: at,
    ...(noteId !== undefined && { noteId }),
  });
}

/** Ends the hold that stands because of what happened at `at`; one whose date had come by then ended on its date. */
export function resumeAt(draft: Draft, at: Date, noteId?: string): void {
  const { until } = draft.hold!;
  endHold(draft, at < until ? at : until, at < until, noteId);
}

/** The customer was waited for, and came back: that is the end of the hold (HD7). One who wrote before it began did not. */
export function customerCameBack(draft: Draft, at: Date): void {
  const { hold } = draft;
  if (hold?.state === 'ACTIVE' && at >= hold.startedAt!) resumeAt(draft, at);
}

/** The hold that was asked for does not come about: somebody refused it (`decidedById`), or it was overtaken. */
export function dropRequest(draft: Draft, at: Date, decidedById: string | null, noteId?: string): void {
  const hold = draft.hold!;
  draft.put('hold', { ...hold, state: 'REFUSED', decidedById, decidedAt: at });
  draft.hold = null;
  draft.emit({
    type: 'HoldRefused',
    payload: { holdId: hold.id },
    occurredAt: at,
    ...(noteId !== undefined && { noteId }),
  });
}

/** Whatever there is of a hold is over, for the complaint has moved on. */
export function leaveHold(draft: Draft): void {
  if (draft.hold?.state === 'ACTIVE') resumeAt(draft, draft.at);
  else if (draft.hold !== null) dropRequest(draft, draft.at, null);
}

/**
 * Ends the hold whose date has come; the clocks go on from that date, also when it is found later. A request that nobody
 * decided by its date lapses.
 */
export function endHoldInTime(draft: Draft): number {
  const { hold, at } = draft;
  if (hold === null || hold.until > at) return 0;
  if (hold.state === 'ACTIVE') endHold(draft, hold.until, false);
  else dropRequest(draft, hold.until, null);
  return 1;
}
