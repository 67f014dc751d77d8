import { CUSTOMER_ANSWERS, resolutionAnswer } from '@redress/domain/actions/tracking-answer';
import type { CustomerAnswer } from '@redress/domain/actions/tracking-answer';
import { loadTracked } from '@redress/domain/reads/tracking';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, given, globalId, maybe, optionalText, text } from '../mutation/input.ts';
import { ResolutionKindEnum } from '../resolution/vocabulary.ts';
import { TrackedComplaint } from './tracked-complaint.ts';
import { triesAt } from './tries.ts';

const MEANING: Record<CustomerAnswer, string> = {
  ACCEPT: 'They choose it; the other options of the same offer are off the table.',
  REFUSE: 'They do not want it.',
  PROPOSE: 'They propose something else; the options stay on the table until the company has answered.',
};

const CustomerAnswerEnum = builder.enumType('CustomerAnswer', {
  description: 'What a customer says to what they were offered.',
  values: Object.fromEntries(CUSTOMER_ANSWERS.map((answer) => [answer, { description: MEANING[answer] }])) as {
    [A in CustomerAnswer]: { description: string };
  },
});

actionField({
  name: 'resolutionAnswer',
  description:
    "Takes the customer's answer to an offer, at their page: they choose, refuse or propose. Who holds the tracking code may; tries are limited by address, wrong ones at one code from all addresses together.",
  input: {
    description: 'What the customer says, and what opens their complaint.',
    fields: (t) => ({
      code: t.string({ required: true, description: 'The tracking code, however it is written.' }),
      phoneLast4: t.string({
        description: "The last four digits of the customer's phone number; null when they left none.",
      }),
      resolutionId: t.id({
        required: true,
        description: 'The `id` of the option that they answer, or propose something instead of.',
      }),
      answer: t.field({ type: CustomerAnswerEnum, required: true, description: 'What they say to it.' }),
      words: t.string({ description: 'In their words; at most 2,000 characters. A proposal needs them.' }),
      kind: t.field({
        type: ResolutionKindEnum,
        description: 'What they propose; needed with PROPOSE, else left out.',
      }),
      amountMinor: t.field({
        type: 'MinorUnits',
        description: 'How much they propose, in the smallest unit of the currency of the offer; null: not said.',
      }),
    }),
  },
  parse: z.object({
    code: text(LINE),
    phoneLast4: optionalText(LINE),
    resolutionId: globalId('Resolution'),
    answer: given<CustomerAnswer>(),
    words: optionalText(PARAGRAPH),
    kind: maybe<ResolutionKind>(),
    amountMinor: maybe<number>(),
  }),
  action: resolutionAnswer,
  refusals: ['OFFER_SETTLED', 'NOT_FOUND'],
  open: { limit: 20, windowSeconds: 3_600, guessed: ({ code }) => triesAt(code) },
  payload: {
    shows: [],
    fields: (t) => ({
      tracking: t.field({
        type: TrackedComplaint,
        description: 'The complaint as its customer sees it, with the answer.',
        resolve: async ({ outcome }, _args, { db }) => (await loadTracked(db, outcome.complaintId))!,
      }),
    }),
  },
});
