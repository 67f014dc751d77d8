import { TEMPLATE_PLACES } from '@redress/domain/rules/contact-template';
import type { ContactTemplatePolicy as Value } from '@redress/domain/rules/contact-template';
import { builder } from '../../builder.ts';

const PLACES = TEMPLATE_PLACES.map((place) => `\`{${place}}\``).join(', ');

const ContactPurpose = builder.enumType('ContactPurpose', {
  description: 'What a text to the customer is for.',
  values: {
    REPLY: { description: 'To say that it is in hand, or how it stands.' },
    APOLOGY: { description: 'To apologise.' },
    THANKS: { description: 'To thank them.' },
  },
});

export const ContactTemplatePolicy = builder.objectRef<Value>('ContactTemplatePolicy').implement({
  description: 'A text to customers, to begin a contact with. Without a text in either language it was withdrawn.',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: ContactPurpose, description: 'What it is for.' }),
    nameZh: t.exposeString('nameZh', { description: 'What it is called, in Chinese.' }),
    nameEn: t.exposeString('nameEn', { description: 'What it is called, in English.' }),
    zh: t.exposeString('zh', {
      description: `The text in Chinese, with places that a complaint fills in: ${PLACES}.`,
    }),
    en: t.exposeString('en', { description: 'The text in English, with the same places.' }),
  }),
});

export const ContactTemplatePolicyInput = builder.inputType('ContactTemplatePolicyInput', {
  description: 'A text to customers, to begin a contact with. Its key is a code that the company chooses.',
  fields: (t) => ({
    purpose: t.field({ type: ContactPurpose, required: true, description: 'What it is for.' }),
    nameZh: t.string({ required: true, description: 'What it is called, in Chinese; at most 60 characters.' }),
    nameEn: t.string({ required: true, description: 'What it is called, in English; at most 60 characters.' }),
    zh: t.string({
      required: true,
      description: `The text in Chinese; at most 2,000 characters. Places: ${PLACES}.`,
    }),
    en: t.string({ required: true, description: 'The text in English; at most 2,000 characters. The same places.' }),
  }),
});
