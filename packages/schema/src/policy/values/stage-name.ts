import type { StageNamePolicy as Value } from '@redress/domain/rules/policies';
import { builder } from '../../builder.ts';

export const StageNamePolicy = builder.objectRef<Value>('StageNamePolicy').implement({
  description: 'What the company calls a stage. Its key is a Stage.',
  fields: (t) => ({
    zh: t.exposeString('zh', { description: 'In Chinese.' }),
    en: t.exposeString('en', { description: 'In English.' }),
  }),
});

export const StageNamePolicyInput = builder.inputType('StageNamePolicyInput', {
  description: 'What the company calls a stage. Its key is a Stage.',
  fields: (t) => ({
    zh: t.string({ required: true, description: 'In Chinese; at most 20 characters.' }),
    en: t.string({ required: true, description: 'In English; at most 20 characters.' }),
  }),
});
