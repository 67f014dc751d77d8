import { callRecord } from '@redress/domain/actions/call-record';
import type { Channel } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, maybe, text } from '../mutation/input.ts';
import { CustomerLookupBy, readName } from './customer-lookup.query.ts';

type By = typeof CustomerLookupBy.$inferInput;

actionField({
  name: 'callRecord',
  description:
    'Takes down what a caller said about one of their complaints, for who works on it: also where the writer does not see it. They are told; it meets no clock. Limited for each caller of the contract.',
  input: {
    description: 'Who calls, about which of their complaints, and what they said.',
    fields: (t) => ({
      by: t.field({
        type: CustomerLookupBy,
        required: true,
        description: 'By what the caller was found; the complaint must be one of theirs.',
      }),
      number: t.string({ required: true, description: "The complaint's number." }),
      channel: t.field({ type: ChannelEnum, defaultValue: 'PHONE', description: 'The way by which they came.' }),
      summary: t.string({ required: true, description: 'What they said; at most 2,000 characters.' }),
    }),
  },
  parse: z
    .object({
      by: z.custom<By>(() => true),
      number: text(LINE),
      channel: maybe<Channel>().transform((channel): Channel => channel ?? 'PHONE'),
      summary: text(PARAGRAPH),
    })
    .transform(({ by, ...rest }, context) => {
      const name = readName(by);
      if (!('key' in name)) return { name, ...rest };
      context.addIssue({ code: 'custom', path: name.path, message: name.key });
      return z.NEVER;
    }),
  action: callRecord,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: {
    shows: [],
    fields: (t) => ({
      number: t.string({
        description: "The complaint's number: nothing else of it is shown.",
        resolve: ({ complaint }) => complaint.number,
      }),
    }),
  },
  // More than anybody answers calls.
  blind: { limit: 60, windowSeconds: 600 },
});
