import { builder } from '../builder.ts';

export const SurveyStateEnum = builder.enumType('SurveyState', {
  description: 'How the survey of a round stands.',
  values: {
    ASKED: { description: 'It waits for the customer.' },
    ANSWERED: { description: 'The customer gave their scores.' },
    UNANSWERED: { description: 'It was given up after the reminders, which does not count as satisfied.' },
    CANCELLED: { description: 'The case was worked on again, or closed, before the customer answered.' },
  },
});

export const SurveyViaEnum = builder.enumType('SurveyVia', {
  description: 'The way by which a survey was answered.',
  values: {
    PAGE: { description: 'By the customer, on their page.' },
    CALL: { description: 'On the phone (回访), taken down by who called.' },
  },
});

export const SurveyEndedReasonEnum = builder.enumType('SurveyEndedReason', {
  description: 'Why a survey takes no answer. More may be added.',
  values: {
    ANSWERED: { description: 'It was answered before; an answer stands.' },
    EXPIRED: { description: 'Its time is over.' },
    NOT_ASKED: { description: 'Nobody is asked about this complaint now.' },
    OTHER_ROUND: { description: 'It was about an earlier round: the case has been worked on again since.' },
  },
});

export const FinalAnswerStateEnum = builder.enumType('FinalAnswerState', {
  description: 'How a final answer stands.',
  values: {
    REQUESTED: { description: 'It waits for its review.' },
    GIVEN: { description: 'The customer has it.' },
    REJECTED: { description: 'Who reviewed it sent it back, or the case was worked on again before.' },
  },
});
