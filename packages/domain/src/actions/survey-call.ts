/** The call about the survey (回访): its answer, or that nobody was reached (docs/SPEC.md, SV4, SV9). */
import { handledIt } from '../rules/permissions.ts';
import type { TableRows } from '../events/tables.ts';
import { loadCase, permissionFacts } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import { openSurvey, requireScores, settleSurvey } from './survey-settle.ts';
import type { Verdict } from './survey-settle.ts';

export interface SurveyRecordInput extends Verdict {
  complaintId: string;
}

export interface SurveyNoAnswerInput {
  complaintId: string;
  note: string | null;
}

/** Takes down what the customer said on the phone. Who handled the case never does. */
export function surveyRecord(ctx: ActionContext, input: SurveyRecordInput): Promise<ActionResult> {
  return perform(ctx, 'surveyRecord', async () => {
    const { opened, survey } = await openCall(ctx, input.complaintId);
    requireScores(input);
    const draft = Draft.of(ctx, opened);
    await settleSurvey(draft, survey, input, 'CALL');
    return { draft, outcome: { complaintId: opened.complaint.id, surveyId: survey.id } };
  });
}

/** Somebody called and reached nobody: the survey goes on. */
export function surveyNoAnswer(ctx: ActionContext, input: SurveyNoAnswerInput): Promise<ActionResult> {
  return perform(ctx, 'surveyNoAnswer', async () => {
    const { opened, survey } = await openCall(ctx, input.complaintId);
    const draft = Draft.of(ctx, opened);
    const attempts = survey.attempts + 1;
    draft.survey = { ...survey, attempts, attemptedAt: draft.at };
    draft.put('survey', draft.survey);
    const noteId = draft.note('REASON', input.note);
    draft.emit({
      type: 'SurveyAttempted',
      payload: { surveyId: survey.id, attempts },
      ...(noteId !== undefined && { noteId }),
    });
    return { draft, outcome: { complaintId: opened.complaint.id, surveyId: survey.id } };
  });
}

/** The open survey of a case, for somebody who did not handle it. */
async function openCall(
  ctx: ActionContext,
  complaintId: string,
): Promise<{ opened: Case; survey: TableRows['survey'] }> {
  const opened = visible(ctx, await loadCase(ctx.db, complaintId));
  const { survey: facts } = permissionFacts(opened);
  if (facts !== null && handledIt(ctx.principal, facts)) throw new Refusal({ code: 'FORBIDDEN', action: 'surveyOwn' });
  const survey = openSurvey(opened, null);
  requirePermission(ctx, opened, 'survey');
  return { opened, survey };
}
