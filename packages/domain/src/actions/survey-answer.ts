/** The customer answers the survey on their page (docs/SPEC.md, SV5). */
import { findTracked } from '../reads/tracking-access.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { hashTrackingCode } from './new-complaint.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import { openSurvey, requireScores, settleSurvey } from './survey-settle.ts';
import type { Verdict } from './survey-settle.ts';

export interface SurveyAnswerInput extends Verdict {
  /** However it is written. */
  code: string;
  phoneLast4: string | null;
  /** The round that the page asked about; null: whichever is asked about now. */
  round: number | null;
}

/** Who holds the tracking code answers, once for each round, while the survey is open. */
export function surveyAnswer(ctx: ActionContext, input: SurveyAnswerInput): Promise<ActionResult> {
  return perform(ctx, 'surveyAnswer', async () => {
    const key = { hash: hashTrackingCode(input.code), phoneLast4: input.phoneLast4 };
    const found = await findTracked(ctx.db, key);
    const opened = found === null ? null : await loadCase(ctx.db, found);
    if (opened === null) throw new Refusal({ code: 'NOT_FOUND' });
    requireScores(input);
    const survey = openSurvey(opened, input.round);
    const draft = Draft.of(ctx, opened);
    // Due by now, so given up in the same moment: the clock is only later than the customer.
    if (survey.expiresAt <= draft.at) throw new Refusal({ code: 'SURVEY_ENDED', because: 'EXPIRED' });
    await settleSurvey(draft, survey, input, 'PAGE');
    return { draft, outcome: { complaintId: opened.complaint.id, surveyId: survey.id } };
  });
}
