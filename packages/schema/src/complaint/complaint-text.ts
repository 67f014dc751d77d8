/** The customer's words, as both forms take them in: the registrar's and the public one. */
import type { InputFieldBuilder } from '@pothos/core';
import type { Types } from '../connection.ts';
import { LINE, LONG_TEXT, PARAGRAPH, maybe, optionalText, text } from '../mutation/input.ts';

export function complaintTextFields(t: InputFieldBuilder<Types, 'InputObject'>) {
  return {
    subject: t.string({ required: true, description: 'What it is about, in a line; at most 200 characters.' }),
    description: t.string({
      required: true,
      description: 'What the customer says, at length; at most 20,000 characters.',
    }),
    demand: t.string({ description: "What the customer wants, in the customer's words. Null: they did not say." }),
    occurredAt: t.field({ type: 'DateTime', description: 'When it happened; not in the future. Null: not known.' }),
    place: t.string({ description: 'Where it happened. Null: not known.' }),
    about: t.string({ description: 'The order, product, store or person that it is about. Null: none.' }),
  };
}

export const complaintText = {
  subject: text(LINE),
  description: text(LONG_TEXT),
  demand: optionalText(PARAGRAPH),
  occurredAt: maybe<Date>(),
  place: optionalText(LINE),
  about: optionalText(LINE),
};
