import type { CustomerLocale } from '@redress/domain/rules/customer-message';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { CustomerLocaleEnum } from '../customer-message/vocabulary.ts';
import { LINE, maybe, optionalText } from '../mutation/input.ts';

export const CustomerInput = builder.inputType('CustomerInput', {
  description: 'Who complains. A known telephone number or e-mail address names a known customer.',
  fields: (t) => ({
    name: t.string({ description: 'Their name.' }),
    phone: t.string({ description: 'Their telephone number, however it is written.' }),
    email: t.string({ description: 'Their e-mail address.' }),
    region: t.string({ description: 'Where they live.' }),
    tier: t.string({ description: 'Their membership tier (会员等级).' }),
    group: t.string({ description: 'The customer group they belong to.' }),
    locale: t.field({
      type: CustomerLocaleEnum,
      description: "The language they are written to in; null: that of the complaint's words.",
    }),
  }),
});

/** What may be an address; whether somebody reads it is known when they answer. */
export const EMAIL = /^[^\s@]+@[^\s@]+$/;

export const customer = z.object({
  name: optionalText(LINE),
  phone: optionalText(LINE),
  email: optionalText(LINE).refine((address) => address === null || EMAIL.test(address), 'malformedEmail'),
  region: optionalText(LINE),
  tier: optionalText(LINE),
  group: optionalText(LINE),
  locale: maybe<CustomerLocale>(),
});
