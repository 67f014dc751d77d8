import { surveyRecord } from '@redress/domain/actions/survey-call';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'surveyRecord',
  description:
    'Takes down how the customer found it, from a call (回访). Who handled the case never does. A low score of the outcome reopens the case as a new round and routes it anew; when the rounds are used up it waits for a final answer.',
  input: {
    description: 'What the customer said.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      outcomeScore: t.int({ required: true, description: 'How they found what came of it: 1 (worst) to 5.' }),
      handlingScore: t.int({ required: true, description: 'How they found the way it was handled: 1 (worst) to 5.' }),
      comment: t.string({ description: 'What they said to it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    outcomeScore: given<number>(),
    handlingScore: given<number>(),
    comment: optionalText(PARAGRAPH),
  }),
  action: surveyRecord,
  refusals: ['SURVEY_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'survey'] },
});
