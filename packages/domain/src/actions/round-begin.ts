/** A new round of a case: what was claimed, found, offered and asked counts for the round before. */
import { NO_CONTENT } from './case-content.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { keepRegulatorClocks } from './regulator-clocks.ts';
import { withdrawOpen } from './resolution-rows.ts';

/**
 * Reopening: claims, contacts and criteria start anew; what the last round breached stays in its rows. Its clocks have
 * stopped before.
 */
export function beginRound(draft: Draft): void {
  const { complaint, at } = draft;
  complaint.round += 1;
  complaint.roundSince = at;
  // A merge that was wrong is undone by this: it goes on as a case of its own.
  complaint.mergedIntoId = null;
  complaint.contestedAt = null;
  complaint.escalationLevel = 0;
  complaint.urgeCount = 0;
  complaint.urgedAt = null;
  complaint.claimedAt = null;
  complaint.claimedById = null;
  complaint.firstContactAt = null;
  complaint.factsConfirmedAt = null;
  Object.assign(complaint, NO_CONTENT);
  withdrawOpen(draft, 'REOPENED');
  draft.investigation = null;
  draft.resolutions = [];
  draft.approvals = [];
  draft.survey = null;
  draft.finalAnswer = null;
  draft.deadlines = [];
  clocks.start(draft, 'FIRST_RESPONSE', { departmentId: null, startedAt: at });
  clocks.start(draft, 'RESOLUTION', { departmentId: null, startedAt: at });
  keepRegulatorClocks(draft);
}

/** The department of the round before goes on with it, once it has claimed it again. */
export function stayWith(draft: Draft): void {
  const { complaint, at } = draft;
  clocks.start(draft, 'CLAIM', { departmentId: complaint.departmentId, startedAt: at });
}
