/** The survey of a round: asked when the case is resolved, reminded of twice, then given up (docs/SPEC.md, SV1–SV3). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { surveyPolicy } from '../reads/policy-values.ts';
import { expiryOf, nextMoment } from '../rules/survey.ts';
import { revoke } from './access.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

type Survey = TableRows['survey'];

/**
 * Asks the customer how it was. A case that comes back into FOLLOWING_UP within its round is asked anew, in the same row:
 * the company has done something since. Nobody is asked about what was brought in as history.
 */
export function askSurvey(draft: Draft): void {
  const { complaint, at, ctx } = draft;
  complaint.surveyScore = null;
  complaint.surveyGivenUpAt = complaint.history ? at : null;
  if (complaint.history) return;
  const policy = surveyPolicy(ctx.directory);
  const expiresAt = expiryOf(policy, at);
  const asked: Survey = {
    id: draft.survey?.id ?? uuidv7(),
    complaintId: complaint.id,
    round: complaint.round,
    state: 'ASKED',
    askedAt: at,
    reminders: 0,
    nextAt: nextMoment(policy, { askedAt: at, expiresAt, reminders: 0 }),
    expiresAt,
    attempts: 0,
    attemptedAt: null,
    outcomeScore: null,
    handlingScore: null,
    comment: null,
    via: null,
    answeredAt: null,
    recordedById: null,
  };
  if (draft.survey === null) draft.insert('survey', asked);
  else draft.put('survey', asked);
  draft.survey = asked;
  complaint.surveyedAt = at;
  draft.emit({ type: 'SurveyAsked', payload: { surveyId: asked.id, expiresAt: expiresAt.toISOString() } });
}

/** The case leaves FOLLOWING_UP: what the customer said stays in the row, but nothing waits for them any more. */
export function cancelSurvey(draft: Draft): void {
  if (draft.survey?.state === 'ASKED') endSurvey(draft, draft.survey, { state: 'CANCELLED' });
  const { complaint } = draft;
  // A verdict stands with the closed case; whoever works on the case again asks for another one.
  if (complaint.stage === 'CLOSED') return;
  complaint.surveyedAt = null;
  complaint.surveyScore = null;
  complaint.surveyGivenUpAt = null;
  complaint.finalAnsweredAt = null;
  dropFinalAnswer(draft);
}

/** What is worked on again gets no last word. */
function dropFinalAnswer(draft: Draft): void {
  const answer = draft.finalAnswer;
  if (answer === null) return;
  draft.put('final_answer', { ...answer, state: 'REJECTED', decidedAt: draft.at });
  draft.finalAnswer = null;
  revoke(draft, answer.reviewerId, 'DUTY');
  draft.emit({ type: 'FinalAnswerRejected', payload: { finalAnswerId: answer.id } });
}

/** Puts the survey's end into the draft. */
export function endSurvey(
  draft: Draft,
  survey: Survey,
  end: Partial<Survey> & { state: Exclude<Survey['state'], 'ASKED'> },
): void {
  draft.survey = { ...survey, ...end, nextAt: null };
  draft.put('survey', draft.survey);
}

/** Sends the reminders whose moment has come, each with its own time, and gives the survey up at its end. */
export function remind(draft: Draft): number {
  for (let count = 0; ; count += 1) {
    const { survey } = draft;
    if (survey?.state !== 'ASKED' || survey.nextAt === null || survey.nextAt > draft.at) return count;
    if (survey.nextAt >= survey.expiresAt) giveUp(draft, survey);
    else remindOnce(draft, survey, survey.nextAt);
  }
}

function remindOnce(draft: Draft, survey: Survey, occurredAt: Date): void {
  const reminders = survey.reminders + 1;
  const policy = surveyPolicy(draft.ctx.directory);
  const next = nextMoment(policy, { ...survey, reminders });
  // Numbers that were changed since may lie in the past: one reminder is followed by the next, or by the end.
  draft.survey = { ...survey, reminders, nextAt: next > occurredAt ? next : survey.expiresAt };
  draft.put('survey', draft.survey);
  draft.emit({ type: 'SurveyReminded', payload: { surveyId: survey.id, reminder: reminders }, occurredAt });
}

function giveUp(draft: Draft, survey: Survey): void {
  const occurredAt = survey.expiresAt;
  endSurvey(draft, survey, { state: 'UNANSWERED' });
  draft.complaint.surveyGivenUpAt = occurredAt;
  clocks.meet(draft, 'FOLLOW_UP', occurredAt);
  draft.emit({ type: 'SurveyGivenUp', payload: { surveyId: survey.id }, occurredAt });
}
