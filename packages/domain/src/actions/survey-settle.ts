/** The customer's verdict, however it came: on their page, or taken down by who called (docs/SPEC.md, SV5–SV8). */
import type { TableRows } from '../events/tables.ts';
import { surveyPolicy } from '../reads/policy-values.ts';
import { consequenceOf, isScore } from '../rules/survey.ts';
import type { SurveyVia } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import type { Case } from './case.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { Refusal, invalid } from './refusal.ts';
import type { SurveyEnded } from './refusal.ts';
import { endSurvey } from './survey-ask.ts';
import { reopenBySurvey } from './survey-reopen.ts';

export interface Verdict {
  /** 1 to 5: about what came of it, and about how it was handled. */
  outcomeScore: number;
  handlingScore: number;
  comment: string | null;
}

export function requireScores({ outcomeScore, handlingScore }: Verdict): void {
  if (!isScore(outcomeScore)) throw invalid('outcomeScore', 'score');
  if (!isScore(handlingScore)) throw invalid('handlingScore', 'score');
}

/** The survey that waits for an answer; `round` is that of the question, null for whichever is asked now. */
export function openSurvey({ complaint, survey }: Case, round: number | null): TableRows['survey'] {
  if (round !== null && round !== complaint.round) throw ended('OTHER_ROUND');
  if (survey?.state === 'ASKED') return survey;
  if (survey?.state === 'ANSWERED') throw ended('ANSWERED');
  throw ended(survey?.state === 'UNANSWERED' ? 'EXPIRED' : 'NOT_ASKED');
}

function ended(because: SurveyEnded): Refusal {
  return new Refusal({ code: 'SURVEY_ENDED', because });
}

/**
 * Keeps the verdict and does what follows from it, in the same change: FOLLOW_UP is met; a low score begins the next round
 * and routes it anew, or, when the rounds are used up, leaves it to a final answer.
 */
export async function settleSurvey(
  draft: Draft,
  survey: TableRows['survey'],
  verdict: Verdict,
  via: SurveyVia,
): Promise<void> {
  const { complaint, at, ctx } = draft;
  const { outcomeScore, handlingScore, comment } = verdict;
  const consequence = consequenceOf(surveyPolicy(ctx.directory), outcomeScore, complaint.round);
  const recordedById = memberIdOf(ctx.principal);
  const answer = { outcomeScore, handlingScore, comment, via, answeredAt: at, recordedById };
  endSurvey(draft, survey, { state: 'ANSWERED', ...answer });
  draft.edit();
  complaint.surveyScore = outcomeScore;
  clocks.meet(draft, 'FOLLOW_UP', at);
  const { departmentId } = complaint;
  const isLow = consequence !== 'SETTLED';
  draft.emit({
    type: 'SurveyAnswered',
    payload: { surveyId: survey.id, outcomeScore, handlingScore, via, departmentId, isLow },
  });
  if (consequence === 'REOPENED') await reopenBySurvey(draft, handlingScore);
}
