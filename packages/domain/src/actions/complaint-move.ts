/** Moves a complaint to a stage and to a place in its column (docs/SPEC.md, MV1–MV9, OR1–OR4). */
import { exitCriteria } from '../reads/policy-values.ts';
import { scopeOf } from '../rules/principal.ts';
import { decideMove } from '../rules/stages.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { NO_CONTENT } from './case-content.ts';
import { loadCase, stageFacts } from './case.ts';
import type { Case } from './case.ts';
import { stopClimbs } from './climb.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { leaveHold } from './hold-end.ts';
import { releaseAll } from './promise-end.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { placeInColumn } from './place-in-column.ts';
import { Refusal, invalid } from './refusal.ts';
import { endSupervision } from './supervision.ts';
import { cancelVisits } from './visit-end.ts';
import { mayOverride } from '../rules/permissions.ts';

export interface ComplaintMoveInput {
  id: string;
  toStage: Stage;
  /** Directly below this card; else directly above `beforeId`; neither: on top. */
  afterId: string | null;
  beforeId: string | null;
  expectedVersion: number | null;
  /** Kept with the event; required for a move back and with `override`. */
  reason: string | null;
  override: boolean;
}

/**
 * Moves, or refuses with what is missing. A move within the stage only reorders: it asks for no criteria and leaves the
 * version. Reopening a closed complaint begins a new round.
 */
export function complaintMove(ctx: ActionContext, input: ComplaintMoveInput): Promise<ActionResult> {
  return perform(ctx, 'complaintMove', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'move');
    requireVersion(opened, input.expectedVersion);
    const decided = decide(ctx, opened, input);
    const place = await placeInColumn(ctx.db, scopeOf(ctx.principal), input);

    const draft = Draft.of(ctx, opened);
    const fromStage = draft.complaint.stage;
    draft.complaint.position = place.position;
    if (fromStage !== input.toStage) enter(draft, input.toStage);
    const noteId = draft.note('REASON', input.reason);
    const reopenedRound = fromStage === 'CLOSED' && input.toStage !== 'CLOSED' ? draft.complaint.round : null;
    draft.emit({
      type: 'ComplaintMoved',
      payload: { fromStage, toStage: input.toStage, ...decided, reopenedRound },
      ...(noteId !== undefined && { noteId }),
    });
    if (fromStage !== input.toStage) endSupervision(draft, 'MOVED');
    return { draft, outcome: { complaintId: input.id, neighbourLeft: place.neighbourLeft } };
  });
}

function decide(ctx: ActionContext, opened: Case, { toStage, reason, override }: ComplaintMoveInput) {
  const request = { to: toStage, reason, override, mayOverride: mayOverride(ctx.principal) };
  const decision = decideMove(stageFacts(opened), request, exitCriteria(ctx.directory));
  if (decision.ok) return { override: decision.overridden, waived: decision.waived };
  switch (decision.because) {
    case 'OVERRIDE_FORBIDDEN':
      throw new Refusal({ code: 'FORBIDDEN', action: 'override' });
    case 'REASON_REQUIRED':
      throw invalid('reason', override ? 'overrideNeedsReason' : 'moveBackNeedsReason');
    case 'REQUIREMENTS': {
      const { missing, refusal } = decision;
      throw new Refusal({ code: 'STAGE_REQUIREMENTS', complaintId: opened.complaint.id, missing, refusal });
    }
  }
}

/** What entering a stage does besides the stage itself: clocks that are met, ended or run again; a new round. */
function enter(draft: Draft, stage: Stage): void {
  const { complaint, at } = draft;
  const from = complaint.stage;
  draft.edit();
  // The customer is waited for no longer: they are asked for their verdict, or the case is done.
  if (stage === 'FOLLOWING_UP' || stage === 'CLOSED') leaveHold(draft);
  if (from === 'CLOSED') beginRound(draft);
  complaint.stage = stage;
  complaint.stageSince = at;
  complaint.closedAt = stage === 'CLOSED' ? at : null;
  if (stage === 'FOLLOWING_UP') beginFollowUp(draft);
  else if (from === 'FOLLOWING_UP') endFollowUp(draft, stage);
  if (stage === 'CLOSED') {
    // Who resolved it has had it: there is nothing left to rule on.
    complaint.contestedAt = null;
    clocks.meet(draft, 'RESOLUTION', at);
    releaseAll(draft);
    cancelVisits(draft);
    clocks.end(draft);
    stopClimbs(draft);
  }
}

/** The case is resolved as the company sees it: from now on the customer's verdict is waited for (DL13). */
function beginFollowUp(draft: Draft): void {
  clocks.meet(draft, 'RESOLUTION', draft.at);
  clocks.end(draft, 'PROGRESS');
  clocks.start(draft, 'FOLLOW_UP', { departmentId: null, startedAt: draft.at });
}

function endFollowUp(draft: Draft, to: Stage): void {
  if (to === 'CLOSED') {
    clocks.meet(draft, 'FOLLOW_UP', draft.at);
    return;
  }
  clocks.end(draft, 'FOLLOW_UP');
  clocks.restart(draft, 'RESOLUTION');
  clocks.restart(draft, 'PROGRESS');
}

/** Reopening: claims, contacts and criteria start anew; what the last round breached stays in its rows. */
function beginRound(draft: Draft): void {
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
  draft.investigation = null;
  draft.resolutions = [];
  draft.approvals = [];
  draft.survey = null;
  draft.deadlines = [];
  clocks.start(draft, 'CLAIM', { departmentId: complaint.departmentId, startedAt: at });
  clocks.start(draft, 'FIRST_RESPONSE', { departmentId: null, startedAt: at });
  clocks.start(draft, 'RESOLUTION', { departmentId: null, startedAt: at });
}
