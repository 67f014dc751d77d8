/** The end of a hold: its date has come, or somebody resumed the complaint before. */
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

/** Ends the hold that stands, as of `at`; clocks that stood still go on from there. */
export function endHold(draft: Draft, at: Date, early: boolean): void {
  const hold = draft.hold!;
  draft.put('hold', { ...hold, state: 'ENDED', endedAt: at });
  draft.hold = null;
  draft.complaint.heldUntil = null;
  clocks.resumeAll(draft, at);
  draft.emit({ type: 'ComplaintResumed', payload: { holdId: hold.id, early }, occurredAt: at });
}

/** Ends the hold whose date has come; the clocks go on from that date, also when it is found later. */
export function endHoldInTime(draft: Draft): number {
  const { hold, at } = draft;
  if (hold?.state !== 'ACTIVE' || hold.until > at) return 0;
  endHold(draft, hold.until, false);
  return 1;
}
