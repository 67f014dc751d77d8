/** Events of the survey and of the final answer. */
import { Department } from '../department/department.ts';
import type { Loaders } from '../loaders.ts';
import { maskedNote } from '../masked-text.ts';
import { FinalAnswer } from '../survey/final-answer.ts';
import { Survey } from '../survey/survey.ts';
import { SurveyViaEnum } from '../survey/vocabulary.ts';
import { complaintEvent } from './complaint-event.ts';

const survey = {
  type: Survey,
  description: 'The survey, as it is now.',
  resolve: async ({ payload }: { payload: { surveyId: string } }, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.surveys.byId.load(payload.surveyId))!,
} as const;

const finalAnswer = {
  type: FinalAnswer,
  description: 'The final answer, as it is now.',
  resolve: async (
    { payload }: { payload: { finalAnswerId: string } },
    _args: object,
    { loaders }: { loaders: Loaders },
  ) => (await loaders.finalAnswers.byId.load(payload.finalAnswerId))!,
} as const;

complaintEvent('SurveyAsked', 'The customer was asked how they find what came of it.', (t) => ({
  survey: t.field(survey),
}));

complaintEvent('SurveyReminded', 'The customer was reminded of the survey.', (t) => ({
  survey: t.field(survey),
  reminder: t.int({ description: 'Which reminder it was: 1 or 2.', resolve: ({ payload }) => payload.reminder }),
}));

complaintEvent('SurveyAttempted', 'Somebody called about the survey and reached nobody.', (t) => ({
  survey: t.field(survey),
  note: maskedNote(t, 'What there was to say about the call; null when nothing, or it was erased.'),
}));

complaintEvent('SurveyAnswered', 'The customer gave their scores.', (t) => ({
  survey: t.field(survey),
  outcomeScore: t.int({
    description: 'How they found what came of it: 1 (worst) to 5.',
    resolve: ({ payload }) => payload.outcomeScore,
  }),
  handlingScore: t.int({
    description: 'How they found the way it was handled: 1 (worst) to 5.',
    resolve: ({ payload }) => payload.handlingScore,
  }),
  via: t.field({ type: SurveyViaEnum, description: 'How they answered.', resolve: ({ payload }) => payload.via }),
  handledBy: t.field({
    type: Department,
    nullable: true,
    description: 'The department that handled the case until then; null when it had none.',
    resolve: ({ payload }, _args, { directory }) => directory.department(payload.departmentId),
  }),
  isLow: t.boolean({
    description: 'Whether it left the customer unsatisfied: a new round follows, or a final answer.',
    resolve: ({ payload }) => payload.isLow,
  }),
}));

complaintEvent('SurveyGivenUp', 'The customer did not answer, which does not count as satisfied.', (t) => ({
  survey: t.field(survey),
}));

complaintEvent('FinalAnswerRequested', 'A final answer was written and waits for its review.', (t) => ({
  finalAnswer: t.field(finalAnswer),
}));

complaintEvent('FinalAnswerRejected', 'A final answer was sent back, or the case was worked on again.', (t) => ({
  finalAnswer: t.field(finalAnswer),
}));

complaintEvent('FinalAnswerGiven', 'The customer got the final answer.', (t) => ({
  finalAnswer: t.field(finalAnswer),
}));
