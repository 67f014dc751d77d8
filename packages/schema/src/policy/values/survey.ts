import type { SurveyPolicy as Value } from '@redress/domain/rules/survey';
import { builder } from '../../builder.ts';

const WORDS = {
  firstReminderHours: 'After how many hours the customer is reminded for the first time: 1 to 8,760.',
  secondReminderHours: 'After how many hours they are reminded again: more than before the first reminder.',
  expiryHours: 'After how many hours the survey is given up: more than before the second reminder.',
  reopenAtOrBelow: 'Up to which score of the outcome the case is reopened: 1 to 4.',
  maxReopenings: 'How many rounds may follow the first before the final answer: 0 to 10.',
} as const satisfies Record<keyof Value, string>;

export const SurveyPolicy = builder.objectRef<Value>('SurveyPolicy').implement({
  description: 'The numbers of the survey; hours count from its being asked. Its key is COMPANY.',
  fields: (t) => ({
    firstReminderHours: t.exposeInt('firstReminderHours', { description: WORDS.firstReminderHours }),
    secondReminderHours: t.exposeInt('secondReminderHours', { description: WORDS.secondReminderHours }),
    expiryHours: t.exposeInt('expiryHours', { description: WORDS.expiryHours }),
    reopenAtOrBelow: t.exposeInt('reopenAtOrBelow', { description: WORDS.reopenAtOrBelow }),
    maxReopenings: t.exposeInt('maxReopenings', { description: WORDS.maxReopenings }),
  }),
});

export const SurveyPolicyInput = builder.inputType('SurveyPolicyInput', {
  description: 'The numbers of the survey; hours count from its being asked. Its key is COMPANY.',
  fields: (t) => ({
    firstReminderHours: t.int({ required: true, description: WORDS.firstReminderHours }),
    secondReminderHours: t.int({ required: true, description: WORDS.secondReminderHours }),
    expiryHours: t.int({ required: true, description: WORDS.expiryHours }),
    reopenAtOrBelow: t.int({ required: true, description: WORDS.reopenAtOrBelow }),
    maxReopenings: t.int({ required: true, description: WORDS.maxReopenings }),
  }),
});
