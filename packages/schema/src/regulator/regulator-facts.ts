/** What an agency's letter says, as an input: of a registration, and of marking a complaint later. */
import type { InputFieldBuilder, InputFieldMap } from '@pothos/core';
import type { RegulatorAgency } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../builder.ts';
import type { Types } from '../connection.ts';
import { LINE, PARAGRAPH, given, maybe, optionalText, text } from '../mutation/input.ts';
import { RegulatorAgencyEnum } from './vocabulary.ts';

export const letterFields = (t: InputFieldBuilder<Types, 'InputObject'>) =>
  ({
    agency: t.field({ type: RegulatorAgencyEnum, required: true, description: 'Who handed it on.' }),
    agencyName: t.string({ description: 'What the agency is called; required of OTHER; at most 200 characters.' }),
    reference: t.string({ required: true, description: "The agency's number of the case; at most 200 characters." }),
    receivedAt: t.field({
      type: 'DateTime',
      description:
        "When the agency's letter reached the company: within a year, not in the future. Null: as it was written down before, else now.",
    }),
    demand: t.string({ description: 'What the agency asks for; at most 2,000 characters.' }),
    acceptDays: t.int({
      description:
        'Within how many working days it wants to hear that the case is taken on: 1 to 250. Null: the usual.',
    }),
    answerDays: t.int({
      description: 'Within how many it wants the answer, not fewer: 1 to 250. Null: the usual of this agency.',
    }),
  }) satisfies InputFieldMap;

export const letterShape = {
  agency: given<RegulatorAgency>(),
  agencyName: optionalText(LINE),
  reference: text(LINE),
  receivedAt: maybe<Date>(),
  demand: optionalText(PARAGRAPH),
  acceptDays: maybe<number>(),
  answerDays: maybe<number>(),
};

export const RegulatorLetterInput = builder.inputType('RegulatorLetterInput', {
  description: "What the letter of an agency says that handed a customer's complaint on.",
  fields: letterFields,
});

export const regulatorLetter = z.object(letterShape);
