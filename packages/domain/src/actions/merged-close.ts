/** Closing a complaint as merged (docs/SPEC.md, MG4): what is left of its own work ends, none of it as done. */
import { memberIdOf } from './audit.ts';
import { stopClimbs } from './climb.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { leaveHold } from './hold-end.ts';
import { closeHandoff, handoffPayload } from './open-handoff.ts';
import { releaseAll } from './promise-end.ts';
import { withdrawOpen } from './resolution-rows.ts';
import { endSupervision } from './supervision.ts';

export function closeAsMerged(draft: Draft, intoId: string): void {
  const { complaint, at } = draft;
  draft.edit();
  leaveHold(draft);
  withdrawHandoff(draft);
  waiveDuties(draft);
  releaseAll(draft);
  withdrawOpen(draft, 'CLOSED');
  dropPlans(draft);
  clocks.end(draft);
  stopClimbs(draft);
  endSupervision(draft, 'MOVED');
  Object.assign(complaint, {
    stage: 'CLOSED',
    stageSince: at,
    closedAt: at,
    contestedAt: null,
    mergedIntoId: intoId,
  } as const);
}

function withdrawHandoff(draft: Draft): void {
  const handoff = draft.pendingHandoff;
  if (handoff === null) return;
  closeHandoff(draft, handoff, { state: 'WITHDRAWN', answerReason: null });
  draft.emit({ type: 'HandoffWithdrawn', payload: handoffPayload(handoff) });
}

function waiveDuties(draft: Draft): void {
  for (const duty of draft.openDuties) {
    draft.put('duty', { ...duty, waivedAt: draft.at, waivedById: memberIdOf(draft.ctx.principal) });
    draft.emit({ type: 'DutyWaived', payload: { dutyId: duty.id } });
  }
  draft.openDuties = [];
}

/** Visits to come, and a survey that waits for its answer. */
function dropPlans(draft: Draft): void {
  const { at } = draft;
  const endedById = memberIdOf(draft.ctx.principal);
  for (const visit of draft.plannedVisits) draft.put('visit', { ...visit, state: 'CANCELLED', endedAt: at, endedById });
  draft.plannedVisits = [];
  if (draft.survey?.state !== 'ASKED') return;
  draft.survey = { ...draft.survey, state: 'CANCELLED', nextAt: null };
  draft.put('survey', draft.survey);
}
