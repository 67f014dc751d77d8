/** The beginning of a hold: by itself, or because it was approved. */
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import type { TableRows } from '../events/tables.ts';

/** The hold stands from now on, and the clocks that may pause stand still. */
export function beginHold(draft: Draft, hold: TableRows['hold']): void {
  const standing: TableRows['hold'] = { ...hold, state: 'ACTIVE', startedAt: draft.at };
  draft.put('hold', standing);
  draft.hold = standing;
  draft.complaint.heldUntil = standing.until;
  clocks.pauseAll(draft);
  draft.emit({ type: 'ComplaintHeld', payload: { holdId: standing.id, until: standing.until.toISOString() } });
}
