import type { RetentionPolicy as Value } from '@redress/domain/rules/retention';
import { builder } from '../../builder.ts';

const DESCRIPTION =
  'How long customers are kept, in months from the closing of their last complaint. Its key is COMPANY.';

const WORDS = {
  months: 'After how many months a customer is erased by itself; 0: only when somebody asks for it. At most 600.',
  legalMonths: 'For how many months nobody is erased whose complaint may come to court: 0 to 600.',
} as const satisfies Record<keyof Value, string>;

export const RetentionPolicy = builder.objectRef<Value>('RetentionPolicy').implement({
  description: DESCRIPTION,
  fields: (t) => ({
    months: t.exposeInt('months', { description: WORDS.months }),
    legalMonths: t.exposeInt('legalMonths', { description: WORDS.legalMonths }),
  }),
});

export const RetentionPolicyInput = builder.inputType('RetentionPolicyInput', {
  description: DESCRIPTION,
  fields: (t) => ({
    months: t.int({ required: true, description: WORDS.months }),
    legalMonths: t.int({ required: true, description: WORDS.legalMonths }),
  }),
});
