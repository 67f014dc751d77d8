/** What entering a stage does besides the stage itself: clocks that are met, ended or run again; a new round; a survey. */
import type { Stage } from '../rules/vocabulary.ts';
import { stopClimbs } from './climb.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { leaveHold } from './hold-end.ts';
import { releaseAll } from './promise-end.ts';
import { withdrawOpen } from './resolution-rows.ts';
import { beginRound, stayWith } from './round-begin.ts';
import { askSurvey, cancelSurvey } from './survey-ask.ts';
import { cancelVisits } from './visit-end.ts';

/** Puts the draft's complaint into another stage than it is in. */
export function enter(draft: Draft, stage: Stage): void {
  const { complaint, at } = draft;
  const from = complaint.stage;
  draft.edit();
  // The customer is waited for no longer: they are asked for their verdict, or the case is done.
  if (stage === 'FOLLOWING_UP' || stage === 'CLOSED') leaveHold(draft);
  if (from === 'CLOSED') {
    beginRound(draft);
    stayWith(draft);
  }
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
    withdrawOpen(draft, 'CLOSED');
    cancelVisits(draft);
    clocks.end(draft);
    stopClimbs(draft);
  }
}

/** The case is resolved as the company sees it: from now on the customer's verdict is waited for (DL13, SV1). */
export function beginFollowUp(draft: Draft): void {
  clocks.meet(draft, 'RESOLUTION', draft.at);
  clocks.end(draft, 'PROGRESS');
  clocks.start(draft, 'FOLLOW_UP', { departmentId: null, startedAt: draft.at });
  askSurvey(draft);
}

function endFollowUp(draft: Draft, to: Stage): void {
  cancelSurvey(draft);
  if (to === 'CLOSED') {
    clocks.meet(draft, 'FOLLOW_UP', draft.at);
    return;
  }
  clocks.end(draft, 'FOLLOW_UP');
  clocks.restart(draft, 'RESOLUTION');
  clocks.restart(draft, 'PROGRESS');
}
