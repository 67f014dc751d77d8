import type { RegulatorPolicy as Value } from '@redress/domain/rules/regulator';
import { builder } from '../../builder.ts';

const WORDS = {
  accept12315: 'To tell 12315 that a case is taken on: 1 to 250.',
  answer12315: 'To answer 12315: not fewer than to take it on.',
  accept12345: 'To tell 12345 that a case is taken on: 1 to 250.',
  answer12345: 'To answer 12345: not fewer than to take it on.',
  acceptOther: 'To tell another agency that a case is taken on: 1 to 250.',
  answerOther: 'To answer another agency: not fewer than to take it on.',
} as const satisfies Record<keyof Value, string>;

export const RegulatorPolicy = builder.objectRef<Value>('RegulatorPolicy').implement({
  description:
    'How many working days agencies give where their letter does not say others; the day of the letter is not counted. Its key is COMPANY.',
  fields: (t) => ({
    accept12315: t.exposeInt('accept12315', { description: WORDS.accept12315 }),
    answer12315: t.exposeInt('answer12315', { description: WORDS.answer12315 }),
    accept12345: t.exposeInt('accept12345', { description: WORDS.accept12345 }),
    answer12345: t.exposeInt('answer12345', { description: WORDS.answer12345 }),
    acceptOther: t.exposeInt('acceptOther', { description: WORDS.acceptOther }),
    answerOther: t.exposeInt('answerOther', { description: WORDS.answerOther }),
  }),
});

export const RegulatorPolicyInput = builder.inputType('RegulatorPolicyInput', {
  description: 'How many working days agencies give where their letter does not say others. Its key is COMPANY.',
  fields: (t) => ({
    accept12315: t.int({ required: true, description: WORDS.accept12315 }),
    answer12315: t.int({ required: true, description: WORDS.answer12315 }),
    accept12345: t.int({ required: true, description: WORDS.accept12345 }),
    answer12345: t.int({ required: true, description: WORDS.answer12345 }),
    acceptOther: t.int({ required: true, description: WORDS.acceptOther }),
    answerOther: t.int({ required: true, description: WORDS.answerOther }),
  }),
});
