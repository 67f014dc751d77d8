import { trackingMessage } from '@redress/domain/actions/tracking-message';
import { loadTracked } from '@redress/domain/reads/tracking';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, optionalText, text } from '../mutation/input.ts';
import { TrackedComplaint } from './tracked-complaint.ts';
import { triesAt } from './tries.ts';

actionField({
  name: 'trackingMessage',
  description:
    "Takes a message of the customer's in, at their page, as a contact with them. Who holds the tracking code may; tries are limited by address, wrong ones at one code from all addresses together.",
  input: {
    description: 'What the customer says, and what opens their complaint.',
    fields: (t) => ({
      code: t.string({ required: true, description: 'The tracking code, however it is written.' }),
      phoneLast4: t.string({
        description: "The last four digits of the customer's phone number; null when they left none.",
      }),
      text: t.string({ required: true, description: 'What they say; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ code: text(LINE), phoneLast4: optionalText(LINE), text: text(PARAGRAPH) }),
  action: trackingMessage,
  refusals: ['NOT_FOUND'],
  open: { limit: 20, windowSeconds: 3_600, guessed: ({ code }) => triesAt(code) },
  payload: {
    shows: [],
    fields: (t) => ({
      tracking: t.field({
        type: TrackedComplaint,
        description: 'The complaint as its customer sees it, with the message.',
        resolve: async ({ outcome }, _args, { db }) => (await loadTracked(db, outcome.complaintId))!,
      }),
    }),
  },
});
