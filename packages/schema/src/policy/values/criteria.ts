import type { CriteriaPolicy as Value } from '@redress/domain/rules/policies';
import { builder } from '../../builder.ts';
import { StageRequirementEnum } from '../../complaint/vocabulary.ts';

export const CriteriaPolicy = builder.objectRef<Value>('CriteriaPolicy').implement({
  description: 'What leaving a stage forwards takes. Its key is a Stage other than CLOSED.',
  fields: (t) => ({
    required: t.expose('required', {
      type: [StageRequirementEnum],
      description: 'What is required, in the order in which it is asked for.',
    }),
  }),
});

export const CriteriaPolicyInput = builder.inputType('CriteriaPolicyInput', {
  description: 'What leaving a stage forwards takes. Its key is a Stage other than CLOSED.',
  fields: (t) => ({
    required: t.field({
      type: [StageRequirementEnum],
      required: true,
      description: 'What is required; order is no matter.',
    }),
  }),
});
