/** What a decision in words is given with, when it is made and when it is put right. */
import type { InputFieldBuilder } from '@pothos/core';
import type { Types } from '../connection.ts';
import { PARAGRAPH, globalId, maybe, optional, text } from '../mutation/input.ts';

/** The fields of the input. */
export const decisionWordsFields = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  text: t.string({ required: true, description: 'What was decided; at most 2,000 characters.' }),
  ownerId: t.id({ description: 'The member who sees to it. Null: nobody in particular.' }),
  dueAt: t.field({ type: 'DateTime', description: 'By when; in the future, within a year. Null: without a date.' }),
});

/** What they have to be. */
export const decisionWords = { text: text(PARAGRAPH), ownerId: optional(globalId('Member')), dueAt: maybe<Date>() };
