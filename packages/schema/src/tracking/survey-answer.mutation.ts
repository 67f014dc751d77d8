import { surveyAnswer } from '@redress/domain/actions/survey-answer';
import { loadTracked } from '@redress/domain/reads/tracking';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, given, maybe, optionalText, text } from '../mutation/input.ts';
import { TrackedComplaint } from './tracked-complaint.ts';
import { triesAt } from './tries.ts';

actionField({
  name: 'surveyAnswer',
  description:
    "Answers the survey at the customer's page. Who holds the tracking code may, once for each round and until it expires. A low score of the outcome reopens the case as a new round.",
  input: {
    description: 'How the customer found it, and what opens their complaint.',
    fields: (t) => ({
      code: t.string({ required: true, description: 'The tracking code, however it is written.' }),
      phoneLast4: t.string({
        description: "The last four digits of the customer's phone number; null when they left none.",
      }),
      round: t.int({
        description: 'The round that `tracking.survey` asked about; null: whichever is asked about now.',
      }),
      outcomeScore: t.int({ required: true, description: 'How they find what came of it: 1 (worst) to 5.' }),
      handlingScore: t.int({ required: true, description: 'How they find the way it was handled: 1 (worst) to 5.' }),
      comment: t.string({ description: 'What they say to it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    code: text(LINE),
    phoneLast4: optionalText(LINE),
    round: maybe<number>(),
    outcomeScore: given<number>(),
    handlingScore: given<number>(),
    comment: optionalText(PARAGRAPH),
  }),
  action: surveyAnswer,
  refusals: ['SURVEY_ENDED', 'NOT_FOUND'],
  open: { limit: 20, windowSeconds: 3_600, guessed: ({ code }) => triesAt(code) },
  payload: {
    shows: [],
    fields: (t) => ({
      tracking: t.field({
        type: TrackedComplaint,
        description: 'The complaint as its customer sees it, with their answer.',
        resolve: async ({ outcome }, _args, { db }) => (await loadTracked(db, outcome.complaintId))!,
      }),
    }),
  },
});
