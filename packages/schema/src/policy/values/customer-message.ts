import { MESSAGE_PLACES } from '@redress/domain/rules/customer-message';
import type { CustomerMessagePolicy as Value } from '@redress/domain/rules/customer-message';
import { builder } from '../../builder.ts';

const PLACES = MESSAGE_PLACES.map((place) => `\`{${place}}\``).join(', ');

export const CustomerMessagePolicy = builder.objectRef<Value>('CustomerMessagePolicy').implement({
  description: 'What customers are told by itself at a point of their case.',
  fields: (t) => ({
    isOn: t.exposeBoolean('isOn', { description: 'Whether they are told at this point.' }),
    zh: t.exposeString('zh', { description: `The text in Chinese, with places that a complaint fills in: ${PLACES}.` }),
    en: t.exposeString('en', { description: 'The text in English, with the same places.' }),
  }),
});

export const CustomerMessagePolicyInput = builder.inputType('CustomerMessagePolicyInput', {
  description: 'What customers are told by itself at a point of their case: the key.',
  fields: (t) => ({
    isOn: t.boolean({ required: true, description: 'Whether they are told at this point.' }),
    zh: t.string({ required: true, description: `The text in Chinese; at most 300 characters. Places: ${PLACES}.` }),
    en: t.string({ required: true, description: 'The text in English; at most 300 characters. The same places.' }),
  }),
});
